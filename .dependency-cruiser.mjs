/** Who may import whom (docs/map.md). tests/arch/direction.test.ts runs this and proves that it bites. */

const rule = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });
const ours = "^(app|components|lib|messages|prisma|tests)/|^server\\.ts$";
const npm = "(^|/)node_modules/";

/** Of our own rooms and of packages, only these. */
const only = (name, room, allowed, packages, comment) => [
  rule(name, { path: room }, { path: ours, pathNot: allowed }, comment),
  ...(packages === null ? [] : [rule(`${name}-packages`, { path: room }, { path: npm, pathNot: packages }, comment)]),
];

export default {
  forbidden: [
    rule("no-circle", {}, { circular: true }, "Modules that need each other cannot be understood apart."),
    rule("resolved", { path: ours }, { couldNotResolve: true }, "An import that leads nowhere."),
    ...only(
      "domain",
      "^lib/domain/",
      ["^lib/domain/"],
      [`${npm}zod/`, `${npm}fractional-indexing/`, `${npm}uuid/`, `${npm}diff/`, `${npm}yjs/`],
      "What is true depends on nothing.",
    ),
    ...only("format", "^lib/format/", ["^lib/format/", "^lib/domain/"], null, "Bytes in and out know the domain only."),
    ...only(
      "client",
      "^lib/client/",
      ["^lib/client/", "^lib/domain/"],
      null,
      "The browser's state knows the domain only.",
    ),
    ...only(
      "ui",
      "^components/ui/",
      ["^components/ui/", "^lib/client/", "^lib/domain/"],
      null,
      "Could ship in another product.",
    ),
    ...only(
      "components",
      "^components/(?!ui/)",
      ["^components/", "^lib/client/", "^lib/domain/"],
      null,
      "What people see knows no server.",
    ),
    ...only(
      "handle",
      "^lib/server/handle/",
      ["^lib/server/handle/", "^lib/domain/", "^lib/format/"],
      null,
      "A use case is handed what it needs; it knows no database and no web.",
    ),
    rule(
      "handle-packages",
      { path: "^lib/server/handle/" },
      { path: [`${npm}next/`, `${npm}next-auth/`, `${npm}@prisma/`, `${npm}pg/`, `${npm}postgres/`] },
      "A use case knows no database and no web.",
    ),
    ...only(
      "store",
      "^lib/server/store/",
      ["^lib/server/store/", "^lib/domain/", "^lib/server/registry\\.ts$"],
      null,
      "The only room that touches Prisma touches nothing else.",
    ),
    rule(
      "prisma-in-store-only",
      { path: ours, pathNot: ["^lib/server/store/", "^tests/", "^prisma/"] },
      { path: [`${npm}@prisma/`] },
      "One room talks to the database.",
    ),
    rule(
      "server-knows-no-screen",
      { path: "^lib/server/" },
      { path: "^(app|components|lib/client)/" },
      "Screens know the server, not the reverse.",
    ),
    rule(
      "tests-stay-out",
      { path: ours, pathNot: "^tests/" },
      { path: "^tests/" },
      "The product does not know its tests.",
    ),
    rule("app-is-no-library", { path: ours, pathNot: ["^app/", "^tests/"] }, { path: "^app/" }, "Doors are not rooms."),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^lib/server/store/generated/"] },
    exclude: { path: ["^\\.next/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    builtInModules: { add: ["node:sqlite"] },
  },
};
