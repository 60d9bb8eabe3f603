import { AuthPlugin } from '@efi/auth-plugin';
import type { Env } from '../env';

/** Sign-in and tokens for shoppers, staff and machines. */
export function authPlugin(env: Env) {
    return AuthPlugin.init({ tokens: { secret: env.TOKEN_SECRET, issuer: env.SERVER_URL } });
}
