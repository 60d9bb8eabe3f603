import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { auditProblems, auditSettings } from './env-audit';
import { encryptionProblems, encryptionSettings } from './env-encryption';
import { oidcProviders } from './env-oidc';
import { passkeyProblems } from './env-passkeys';
import { flag, flagOr, list, port, url } from './env-values';
import { projectRoot } from './project-root';

/**
 * Every setting of the platform, in one place. `.env.example` and the table in the README are generated from
 * this schema, so a variable that is not here does not exist.
 */
export const envSchema = z.object({
    EFI_MODE: z
        .enum(['demo', 'production'])
        .default('demo')
        .describe(
            'What is allowed. `demo` has demo accounts, the mailbox and introspection, and listens on loopback only; `production` refuses to start with any of them.',
        ),
    HOST: z
        .string()
        .optional()
        .describe('Address to listen on. Default: 127.0.0.1 in demo mode, all addresses in production.'),
    PORT: port(3000).describe('Port of the server: Shop and Admin API, Dashboard, assets.'),
    STOREFRONT_PORT: port(3001).describe('Port of the storefront.'),
    WORKER_HEALTH_PORT: port(3020).describe('Port on which the worker answers /healthz and /readyz.'),
    SERVER_URL: url('http:', 'https:')
        .optional()
        .describe('Public address of the server, as browsers reach it. Default: http://localhost:PORT.'),
    STOREFRONT_URL: url('http:', 'https:')
        .optional()
        .describe(
            'Public address of the storefront, used in e-mails and for CORS. Default: http://localhost:STOREFRONT_PORT.',
        ),
    DATABASE_URL: url('postgres:', 'postgresql:')
        .optional()
        .describe('PostgreSQL for the running application. `npm start` brings its own when this is not set.'),
    DATABASE_OWNER_URL: url('postgres:', 'postgresql:')
        .optional()
        .describe(
            'PostgreSQL as the role that owns the schema and migrates it. Default: DATABASE_URL, one role for both.',
        ),
    DATABASE_POOL_SIZE: z.coerce
        .number()
        .int()
        .min(2)
        .max(200)
        .default(10)
        .describe('Most connections that one process opens to PostgreSQL.'),
    DATABASE_ROW_SECURITY: flagOr('1').describe(
        "0 has PostgreSQL no longer keep shoppers' requests from other people's rows. It does so when DATABASE_URL's role owns no table.",
    ),
    DATABASE_PREPARED_STATEMENTS: z.coerce
        .number()
        .int()
        .min(0)
        .max(10_000)
        .default(250)
        .describe(
            'Most statements that PostgreSQL keeps planned for each connection. 0 has it plan each time, as behind a pooler that does not keep track of them.',
        ),
    REDIS_URL: url('redis:', 'rediss:')
        .optional()
        .describe(
            'Redis for the cache, sessions and the BullMQ job queue. Default: in-process cache, job queue in PostgreSQL.',
        ),
    SHOP_CACHE_MB: z.coerce
        .number()
        .int()
        .min(0)
        .max(16_384)
        .default(64)
        .describe(
            'Most memory of one server, in MB, for answers of the Shop API that are the same for everybody. 0 keeps none.',
        ),
    REVALIDATION_SECRET: z
        .string()
        .min(32, 'must have at least 32 characters')
        .optional()
        .describe(
            'Signs what the worker tells storefronts of changes; the same for both. Without it storefronts keep nothing.',
        ),
    REVALIDATION_URLS: list.describe(
        'Where each storefront hears of changes, separated by commas. Default: STOREFRONT_URL/api/revalidate.',
    ),
    SEARCH_ENGINE: z
        .enum(['efi', 'vendure'])
        .default('efi')
        .describe(
            'Product search in PostgreSQL: ours, or the one that Vendure brings. Run `reindex` after a change.',
        ),
    SEARCH_URL: url('http:', 'https:')
        .optional()
        .describe('OpenSearch 3 or later for product search. Default: search in PostgreSQL.'),
    SMTP_URL: url('smtp:', 'smtps:')
        .optional()
        .describe(
            'Mail server, e.g. smtps://user:password@host:465. Needed in production; demo mode keeps mail in /mailbox.',
        ),
    MAIL_FROM: z
        .string()
        .default('"Daylark" <hello@daylark.example>')
        .describe('Sender of e-mails to shoppers.'),
    COOKIE_SECRET: z
        .string()
        .min(32, 'must have at least 32 characters')
        .optional()
        .describe(
            'Signs session cookies; the same on every server. Needed in production, e.g. `openssl rand -hex 32`.',
        ),
    OIDC_PROVIDERS: oidcProviders.describe(
        'Providers of OpenID Connect to sign in with, a JSON list: [{"id","label","audience":"shop"|"admin","issuer","clientId","clientSecret","scopes"?,"roles"?:{"claim","map"},"secondFactor"?:{"amr"?,"acr"?}}]. Each has to know SERVER_URL/api/auth/oidc/<id>/callback.',
    ),
    PASSKEY_RP_ID: z
        .string()
        .optional()
        .describe(
            'Domain that passkeys are made for, at or above the hosts of SERVER_URL and STOREFRONT_URL; passkeys are lost when it changes. Default: the host of STOREFRONT_URL for shoppers, of SERVER_URL for staff.',
        ),
    TOKEN_SECRET: z
        .string()
        .min(32, 'must have at least 32 characters')
        .optional()
        .describe(
            'Encrypts the keys that sign tokens, and binds tokens to sessions; the same on every server. Default: COOKIE_SECRET.',
        ),
    EARLIER_TOKEN_SECRETS: list.describe(
        'TOKEN_SECRETs that were replaced, separated by commas: those who were erased under them are still found after a restore.',
    ),
    ...auditSettings,
    ...encryptionSettings,
    SUPERADMIN_USERNAME: z.string().min(1).default('superadmin').describe('First administrator.'),
    SUPERADMIN_PASSWORD: z
        .string()
        .min(1)
        .default('superadmin')
        .describe('Password of the first administrator. Production refuses the default.'),
    SESSION_DAYS: z.coerce
        .number()
        .int()
        .min(1)
        .max(90)
        .default(14)
        .describe('Days until a session ends that nobody uses.'),
    CORS_ORIGINS: list.describe(
        'Further browser origins, separated by commas, that may call the APIs with credentials. The storefront is always one.',
    ),
    TRUST_PROXY: z.coerce
        .number()
        .int()
        .min(0)
        .max(10)
        .default(0)
        .describe(
            'How many proxies stand in front of the server and the storefront; their X-Forwarded-For is believed.',
        ),
    SANDBOX_PROVIDER_URL: url('http:', 'https:')
        .optional()
        .describe(
            'The sandbox payment provider, as the server reaches it. `npm start` runs one in demo mode and sets this. Not allowed in production.',
        ),
    SANDBOX_PUBLIC_URL: url('http:', 'https:')
        .optional()
        .describe('The sandbox provider, as browsers reach it. Default: http://localhost:SANDBOX_PORT.'),
    SANDBOX_PORT: port(3030).describe('Port of the sandbox payment provider that `npm start` runs.'),
    SANDBOX_API_KEY: z
        .string()
        .min(1)
        .default('demo-mode-only-sandbox-key')
        .describe('What the server shows the sandbox provider.'),
    SANDBOX_WEBHOOK_SECRET: z
        .string()
        .min(1)
        .default('demo-mode-only-sandbox-webhook-secret')
        .describe('Signs the webhooks of the sandbox provider.'),
    STRIPE_SECRET_KEY: z
        .string()
        .optional()
        .describe('Secret or restricted key of a Stripe account. Default: no Stripe.'),
    STRIPE_PUBLISHABLE_KEY: z
        .string()
        .optional()
        .describe('Publishable key of the same account, for the card form in the browser.'),
    STRIPE_WEBHOOK_SECRET: z
        .string()
        .optional()
        .describe('Secret of the webhook endpoint SERVER_URL/payments/webhooks/stripe at Stripe.'),
    STRIPE_MULTICAPTURE: flag.describe(
        '1 when Stripe has switched multicapture on for the account: a payment can then be captured in several steps.',
    ),
    STRIPE_API_URL: url('http:', 'https:')
        .optional()
        .describe('Another address in the place of https://api.stripe.com, for tests.'),
    PAYPAL_CLIENT_ID: z
        .string()
        .optional()
        .describe('Client id of a PayPal REST application. Default: no PayPal.'),
    PAYPAL_CLIENT_SECRET: z.string().optional().describe('Secret of the same PayPal application.'),
    PAYPAL_WEBHOOK_ID: z
        .string()
        .optional()
        .describe('Id of the webhook SERVER_URL/payments/webhooks/paypal at PayPal.'),
    PAYPAL_API_URL: url('http:', 'https:')
        .optional()
        .describe(
            'Another address of PayPal, such as https://api-m.sandbox.paypal.com. Default: https://api-m.paypal.com.',
        ),
    DATA_DIR: z
        .string()
        .default('.data')
        .describe(
            'Folder for what the embedded parts keep: PostgreSQL, assets, mail. Relative to the project.',
        ),
    ASSETS_DIR: z
        .string()
        .optional()
        .describe('Folder for uploaded images. Default: DATA_DIR/assets. Several servers must share it.'),
    SHUTDOWN_TIMEOUT_SECONDS: z.coerce
        .number()
        .int()
        .min(1)
        .max(300)
        .default(25)
        .describe('How long running requests and jobs may take to finish after SIGTERM.'),
    METRICS_TOKEN: z
        .string()
        .min(16, 'must have at least 16 characters')
        .optional()
        .describe(
            'Lets a collector read /metrics of server and worker, as `Authorization: Bearer …`. Without it there is none in production, and demo mode shows it to this machine.',
        ),
    LOG_LEVEL: z
        .enum(['error', 'warn', 'info', 'verbose', 'debug'])
        .default('info')
        .describe('Least important line that is logged.'),
    EFI_LEGACY_ADMIN: flag.describe('1 also serves the Angular admin UI at /admin.'),
});

type ParsedEnv = z.output<typeof envSchema>;

/** The checked settings, with defaults that follow from other settings filled in and folders made absolute. */
export interface Env extends Omit<ParsedEnv, 'DATA_DIR' | 'ASSETS_DIR'> {
    readonly HOST: string;
    readonly SERVER_URL: string;
    readonly STOREFRONT_URL: string;
    readonly SANDBOX_PUBLIC_URL: string;
    readonly COOKIE_SECRET: string;
    readonly TOKEN_SECRET: string;
    readonly AUDIT_SECRET: string;
    /** Absolute. */
    readonly AUDIT_ANCHOR_FILE: string;
    /** Absolute. */
    readonly ENCRYPTION_KEY_FILE: string;
    /** Absolute. */
    readonly DATA_DIR: string;
    /** Absolute. */
    readonly ASSETS_DIR: string;
    readonly isProduction: boolean;
}

/** One or more settings are missing or wrong. The message has one line for each, fit for a terminal. */
export class InvalidEnvError extends Error {
    constructor(problems: readonly string[]) {
        super(problems.join('\n'));
        this.name = 'InvalidEnvError';
    }
}

/**
 * Reads and checks all settings.
 *
 * @throws InvalidEnvError that names each wrong variable, its value's fault and what to do.
 */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
    const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
    const parsed = envSchema.safeParse(filled);
    if (!parsed.success) {
        throw new InvalidEnvError(
            parsed.error.issues.map(issue => {
                const name = String(issue.path[0]);
                const description = envSchema.shape[name as keyof typeof envSchema.shape].description ?? '';
                return `${name}: ${issue.message}${quote(name, source[name])}. ${description}`;
            }),
        );
    }
    const env = parsed.data;
    const isProduction = env.EFI_MODE === 'production';
    const addresses = {
        SERVER_URL: trimSlash(env.SERVER_URL ?? `http://localhost:${env.PORT}`),
        STOREFRONT_URL: trimSlash(env.STOREFRONT_URL ?? `http://localhost:${env.STOREFRONT_PORT}`),
    };
    const problems = [
        ...incompleteProviders(env),
        ...encryptionProblems(env),
        ...auditProblems(env),
        ...passkeyProblems({ ...env, ...addresses }, isProduction),
        ...(isProduction ? [...productionProblems(env), ...sandboxSettings(filled)] : []),
    ];
    if (problems.length > 0) {
        throw new InvalidEnvError(problems);
    }
    const dataDir = path.resolve(projectRoot, env.DATA_DIR);
    // Demo mode is for one machine: a fixed secret keeps sessions over a restart. Production demands its own.
    const cookieSecret = env.COOKIE_SECRET ?? DEMO_COOKIE_SECRET;
    return {
        ...env,
        HOST: env.HOST ?? (isProduction ? '' : '127.0.0.1'),
        ...addresses,
        SANDBOX_PUBLIC_URL: trimSlash(env.SANDBOX_PUBLIC_URL ?? `http://localhost:${env.SANDBOX_PORT}`),
        COOKIE_SECRET: cookieSecret,
        TOKEN_SECRET: env.TOKEN_SECRET ?? cookieSecret,
        AUDIT_SECRET: env.AUDIT_SECRET ?? cookieSecret,
        AUDIT_ANCHOR_FILE: path.resolve(dataDir, env.AUDIT_ANCHOR_FILE ?? 'audit/anchors.jsonl'),
        ENCRYPTION_KEY_FILE: path.resolve(dataDir, env.ENCRYPTION_KEY_FILE ?? 'privacy/keys.json'),
        DATA_DIR: dataDir,
        ASSETS_DIR: env.ASSETS_DIR ? path.resolve(projectRoot, env.ASSETS_DIR) : path.join(dataDir, 'assets'),
        isProduction,
    };
}

/** The faulty value, unless it may hold a secret: passwords stay out of logs and terminals. */
function quote(name: string, value: string | undefined): string {
    const mayHoldSecret = /SECRET|PASSWORD|TOKEN|OIDC/.test(name) || value?.includes('@');
    return mayHoldSecret ? '' : ` (got "${value ?? ''}")`;
}

const DEMO_COOKIE_SECRET = 'demo-mode-only-not-a-secret-at-all';

function productionProblems(env: ParsedEnv): string[] {
    const needed = (['COOKIE_SECRET', 'DATABASE_URL', 'SMTP_URL', 'SERVER_URL', 'STOREFRONT_URL'] as const)
        .filter(name => env[name] === undefined)
        .map(name => `${name}: must be set when EFI_MODE=production. ${envSchema.shape[name].description}`);
    if (env.COOKIE_SECRET === DEMO_COOKIE_SECRET) {
        needed.push('COOKIE_SECRET: must be your own when EFI_MODE=production: this one is public.');
    }
    const demoAccount = env.SUPERADMIN_PASSWORD === 'superadmin' || env.SUPERADMIN_PASSWORD.length < 12;
    return demoAccount
        ? [
              ...needed,
              'SUPERADMIN_PASSWORD: must be set to at least 12 characters of your own when EFI_MODE=production.',
          ]
        : needed;
}

/** Settings that make sense together only: with one of a provider's, all have to be there. */
const PROVIDER_SETTINGS = [
    ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'],
    ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_ID'],
] as const;

function incompleteProviders(env: ParsedEnv): string[] {
    return PROVIDER_SETTINGS.flatMap(names => {
        const missing = names.filter(name => env[name] === undefined);
        return missing.length === names.length
            ? []
            : missing.map(name => {
                  const others = names.filter(other => other !== name).join(' and ');
                  return `${name}: must be set together with ${others}. ${envSchema.shape[name].description}`;
              });
    });
}

/** The sandbox takes any card and moves no money: goods would leave without being paid. */
function sandboxSettings(filled: Readonly<Record<string, string | undefined>>): string[] {
    return Object.keys(filled)
        .filter(name => name.startsWith('SANDBOX_') && name in envSchema.shape)
        .map(
            name => `${name}: must not be set when EFI_MODE=production. The sandbox provider takes no money.`,
        );
}

function trimSlash(address: string): string {
    return address.replace(/\/+$/, '');
}

/** Reads `.env` beside package.json, when there is one, without overriding what is set already. */
function loadEnvFile(): void {
    const file = path.join(projectRoot, '.env');
    if (existsSync(file)) {
        process.loadEnvFile(file);
    }
}

/** The settings of this process. Ends it with exit code 1 and one clear line for each fault. */
export function loadEnv(): Env {
    try {
        loadEnvFile();
        return parseEnv(process.env);
    } catch (error) {
        if (error instanceof InvalidEnvError) {
            process.stderr.write(`Can't start: a setting is wrong.\n${error.message}\n`);
            process.exit(1);
        }
        throw error;
    }
}
