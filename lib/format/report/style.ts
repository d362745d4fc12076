/** How the .html report looks: paper and ink, dark where the reader wants it, plain on paper. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbf8f3;--ink:#221d18;--soft:#5d544a;--line:#d9d0c3;--madder:#8f2d2a}
@media (prefers-color-scheme:dark){:root{--paper:#1a1714;--ink:#efe8de;--soft:#b9ada0;--line:#3d362f;--madder:#e59a8f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif}
main{max-width:42rem;margin:0 auto;padding:3rem 1.25rem 6rem}
h1{font-size:2.1rem;line-height:1.2;margin:0 0 2rem;text-wrap:balance}
h2{font-size:1.55rem;line-height:1.25;margin:3rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h4,h5{font-size:1.0625rem;margin:1.5rem 0 .25rem}
p{margin:0 0 1rem;overflow-wrap:anywhere}
.lead{font-weight:600}
ul{margin:0 0 1rem;padding-left:1.25rem}
li{margin:.2rem 0;overflow-wrap:anywhere}
nav{margin:0 0 2rem;padding:1rem 1.25rem;border:1px solid var(--line)}
nav h2{font-size:1.0625rem;margin:0 0 .5rem;padding:0;border:0}
nav ul{list-style:none;padding:0;margin:0}
nav .l2{padding-left:1.25rem}
nav a{display:inline-block;padding:.2rem 0}
a{color:var(--madder);text-underline-offset:.15em}
a:focus-visible,.table:focus-visible{outline:3px solid var(--madder);outline-offset:2px}
blockquote{margin:0 0 1.25rem;padding:.1rem 0 .1rem 1.1rem;border-left:3px solid var(--madder)}
blockquote p{margin:0}
figure{margin:0 0 1.25rem}
figure blockquote{margin:0}
.translation{margin:0;padding:.4rem 0 0 calc(1.1rem + 3px)}
figcaption{padding:.25rem 0 0 calc(1.1rem + 3px);color:var(--soft);font-size:.95rem}
.r{color:var(--soft)}
.table{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:600;padding:.25rem 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
tbody th{font-weight:400}
@page{margin:22mm 20mm}
@media print{:root{--paper:#fff;--ink:#000;--soft:#333;--line:#999;--madder:#000}body{font-size:11pt}main{max-width:none;padding:0}nav{break-after:page}h2,h3,h4,h5{break-after:avoid}blockquote,figure,tr{break-inside:avoid}.table{overflow:visible}}
`.trim();
