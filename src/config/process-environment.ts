import type { Env } from '../env';

/**
 * Settings that libraries read from `process.env` themselves. What is allowed is decided by EFI_MODE alone: Vendure,
 * which goes by NODE_ENV, would otherwise refuse the demo accounts of a demo that runs production builds.
 */
export function alignProcessEnvironment(env: Env): void {
    // Vendure's columns hold times without a zone, in that of the process: all processes must agree on one.
    process.env.TZ = 'UTC';
    // Vendure reports usage to its vendor unless told not to. A shop's figures are its own.
    process.env.VENDURE_DISABLE_TELEMETRY = 'true';
    if (env.isProduction) {
        process.env.NODE_ENV = 'production';
    } else if (process.env.NODE_ENV === 'production') {
        process.env.NODE_ENV = 'development';
    }
}
