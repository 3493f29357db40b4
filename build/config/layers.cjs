/**
 * Who may import whom; the name of a rule says it in words. Each is proved
 * to fail on a violation by test/unit/layers.test.ts.
 */

/** A package's files, wherever they are installed. @param {string} name */
const npm = (name) => `node_modules/(@types/)?${name}/`;
const nodeBuiltin = { dependencyTypes: ['core'] };

/**
 * "These files must not import those." Paths are regular expressions from the top of the checkout.
 * @param {string} name
 * @param {string | readonly string[]} from
 * @param {object} to
 * @param {string} [fromNot]
 */
const forbid = (name, from, to, fromNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(fromNot === undefined ? {} : { pathNot: fromNot }) },
  to,
});

/**
 * "These files import nothing but those."
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} allowed
 * @param {string} [fromNot]
 */
const only = (name, from, allowed, fromNot) => forbid(name, from, { pathNot: allowed }, fromNot);

const product = '^(electron|renderer|shared)/';
const innerService = '^electron/service/(api|usecases|ports|jobs)/';
const adapters = '^electron/service/(store|connectors|practice|system|host)/';
const wiring = '^electron/service/([^/]+\\.ts$|cli/)';

const everywhere = [
  forbid('no-cycles', '.', { circular: true }),
  forbid('no-unresolved', '.', { couldNotResolve: true }),
  forbid('product-without-test-and-build', product, { path: '^(test|build)/' }),
  forbid('build-without-test', '^build/', { path: '^test/' }),
];

const shared = [
  only('kernel-imports-nothing', '^shared/kernel/', ['^shared/kernel/']),
  only(
    'domain-is-pure',
    '^shared/domain/',
    ['^shared/(kernel|domain)/'],
    '^shared/domain/calendar/',
  ),
  only('calendar-has-temporal-alone', '^shared/domain/calendar/', [
    '^shared/(kernel|domain)/',
    npm('temporal-polyfill'),
  ]),
  only('contract-is-plain', '^shared/contract/', ['^shared/', npm('zod'), npm('@orpc/contract')]),
];

const processes = [
  forbid('main-knows-no-inbox', '^electron/main/', {
    pathNot: ['^electron/main/', '^shared/(contract|kernel)/', npm('electron')],
    dependencyTypesNot: ['core'],
  }),
  only('preload-is-a-bridge', '^electron/preload/', [
    '^electron/preload/',
    '^shared/(contract|kernel)/',
    npm('electron'),
  ]),
  forbid('service-without-electron', '^electron/service/', {
    path: [npm('electron'), '^electron/(main|preload)/', '^renderer/'],
  }),
  forbid('renderer-without-node', '^renderer/', nodeBuiltin),
  forbid('renderer-without-electron', '^renderer/', { path: [npm('electron'), '^electron/'] }),
  forbid('react-in-renderer-alone', '^(electron|shared)/', { path: npm('react(-dom)?') }),
];

const service = [
  forbid(
    'sqlite-in-store-alone',
    product,
    { path: npm('better-sqlite3') },
    '^electron/service/store/',
  ),
  forbid('ports-are-interfaces', '^electron/service/ports/', {
    path: '^electron/',
    pathNot: '^electron/service/ports/',
  }),
  forbid('usecases-know-ports', '^electron/service/usecases/', {
    path: '^electron/service/',
    pathNot: '^electron/service/(usecases|ports)/',
  }),
  forbid('jobs-know-usecases', '^electron/service/jobs/', {
    path: '^electron/service/',
    pathNot: '^electron/service/(jobs|usecases|ports)/',
  }),
  forbid('wiring-in-one-place', innerService, { path: [adapters, wiring] }),
  forbid('adapters-do-not-wire', adapters, { path: wiring }),
  forbid('store-stands-alone', '^electron/service/store/', {
    path: '^electron/service/',
    pathNot: '^electron/service/(store|ports)/',
  }),
  forbid('connectors-stand-alone', '^electron/service/connectors/', {
    path: '^electron/service/',
    pathNot: '^electron/service/(connectors|ports)/',
  }),
  forbid('connectors-do-not-meet', '^electron/service/connectors/([^/]+)/', {
    path: '^electron/service/connectors/',
    pathNot: '^electron/service/connectors/($1|_shared)/',
  }),
  forbid('practice-stands-alone', '^electron/service/practice/', {
    path: '^electron/service/',
    pathNot: '^electron/service/(practice|ports)/',
  }),
];

const renderer = [
  forbid('zustand-in-state-alone', product, { path: npm('zustand') }, '^renderer/state/'),
  forbid('features-do-not-meet', '^renderer/features/([^/]+)/', {
    path: '^renderer/features/',
    pathNot: '^renderer/features/$1/',
  }),
  forbid('ui-is-dumb', '^renderer/ui/', {
    path: ['^renderer/(app|features|commands|state)/', '^shared/contract/'],
  }),
  forbid('state-without-views', '^renderer/state/', {
    path: '^renderer/(app|features|commands|ui)/',
  }),
  forbid('lib-at-the-bottom', '^renderer/lib/', {
    path: '^renderer/(app|features|commands|state|ui)/',
  }),
  forbid('app-on-top', '^renderer/(features|commands|state|ui|lib)/', { path: '^renderer/app/' }),
];

module.exports = {
  forbidden: [...everywhere, ...shared, ...processes, ...service, ...renderer],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types alone are imports too: they tie two places together all the same.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
  },
};
