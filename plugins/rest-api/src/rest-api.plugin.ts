import { PersonalData, RestRoutes, restRoutesOf } from '@efi/plugin-kit';
import { PluginCommonModule, type RuntimeVendureConfig, type Type, VendurePlugin } from '@vendure/core';
import { bulkRoutes } from './api/bulk/bulk.routes';
import { catalogueRoutes } from './api/catalogue/catalogue.routes';
import { docsPage } from './api/docs-page';
import { describeApi } from './api/openapi/describe-api.route';
import { orderRoutes } from './api/orders/orders.routes';
import { ProblemFilter } from './api/problem.filter';
import { RestController } from './api/rest.controller';
import { DEFAULT_BODY_LIMIT } from './api/shell/read-request';
import { DeniedCalls } from './api/shell/denied-calls';
import { requestFront } from './api/shell/request-front';
import { RestShell } from './api/shell/rest-shell';
import { RouteRunner } from './api/shell/route-runner';
import { EfiRestIdempotency } from './infrastructure/entities/idempotency.entity';
import { forgetAnswersTask } from './infrastructure/idempotency/forget-answers.task';
import { IdempotentAnswers } from './infrastructure/idempotency/idempotent-answers';
import { RequestLimits } from './infrastructure/limits/request-limits';
import { Bulk } from './infrastructure/reading/bulk';
import { EntityIds } from './infrastructure/reading/entity-ids';
import { Orders } from './infrastructure/reading/orders';
import { Pages } from './infrastructure/reading/pages';
import { ShopCatalogue } from './infrastructure/reading/shop-catalogue';
import { REST_API_OPTIONS, type RestApiOptions, resolveOptions } from './rest-api.options';
import { personalData } from './personal-data';

/** What browsers of other origins may read of an answer. */
const EXPOSED_HEADERS = [
    'ETag',
    'X-Request-Id',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'Deprecation',
    'Sunset',
    'Link',
    'Idempotency-Replayed',
];

/**
 * The REST API under `/api/v1`: the routes that plugins declare with `@RestRoutes`, and those of the catalogue, of the
 * caller's orders and for bulk reads. Needs `restApiMigrations` among the application's migrations.
 *
 * @example
 * ```ts
 * plugins: [RestApiPlugin.init({ docs: true })],
 * ```
 */
@RestRoutes(() => [...catalogueRoutes, ...orderRoutes, ...bulkRoutes, describeApi])
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [EfiRestIdempotency],
    controllers: [RestController],
    providers: [
        { provide: REST_API_OPTIONS, useFactory: () => resolveOptions(RestApiPlugin.options) },
        Bulk,
        DeniedCalls,
        EntityIds,
        IdempotentAnswers,
        Orders,
        Pages,
        ProblemFilter,
        RequestLimits,
        RestShell,
        RouteRunner,
        ShopCatalogue,
    ],
    configuration: config => {
        const { middleware } = config.apiOptions;
        if (RestApiPlugin.options.docs) {
            middleware.push(docsPage());
        }
        middleware.push(requestFront(() => largestBody(config)));
        config.schedulerOptions.tasks.push(forgetAnswersTask);
        exposeHeaders(config);
        return config;
    },
    compatibility: '^3.7.0',
})
export class RestApiPlugin {
    static options: RestApiOptions = {};

    static init(options: RestApiOptions = {}): Type<RestApiPlugin> {
        RestApiPlugin.options = options;
        return RestApiPlugin;
    }
}

function largestBody({ plugins }: RuntimeVendureConfig): number {
    return Math.max(...restRoutesOf(plugins).map(({ bodyLimit = DEFAULT_BODY_LIMIT }) => bodyLimit));
}

function exposeHeaders({ apiOptions }: RuntimeVendureConfig): void {
    const { cors } = apiOptions;
    if (typeof cors === 'object') {
        const already = cors.exposedHeaders ?? [];
        cors.exposedHeaders = [
            ...(typeof already === 'string' ? already.split(/\s*,\s*/) : already),
            ...EXPOSED_HEADERS,
        ];
    }
}
