import { appendFileSync, existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
    CLIENT_ID,
    CLIENT_SECRET,
    LocalPayPal,
    WEBHOOK_ID,
} from '../../plugins/payments/e2e/local-paypal/local-paypal';
import {
    LocalStripe,
    PUBLISHABLE_KEY,
    SECRET_KEY,
    WEBHOOK_SECRET,
} from '../../plugins/payments/e2e/local-stripe/local-stripe';
import { freePort } from '@efi/plugin-kit/testing';
import { CLIENT } from '../../plugins/auth/e2e/local-provider';
import { encryptionOfTests } from './encryption';
import { startRecordingProxy } from './recording-proxy';
import { REVALIDATION_SECRET } from './revalidation-secret';
import { launchShop } from './shop';

/** One that no other test uses. */
const JOURNEYS_REDIS_DATABASE = 20;

/** Where nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

const SANDBOX_API_KEY = 'journeys-sandbox-key';

/**
 * Vitest's `globalSetup` of the browser journeys: one whole demo shop for the run, with a Stripe and a PayPal on this
 * machine. The tests find its addresses in EFI_SHOP_URL, EFI_SERVER_URL, EFI_SANDBOX_URL, EFI_SANDBOX_API_KEY and
 * EFI_DATA_DIR. At EFI_OIDC_PORT a test may be the provider of OpenID Connect that the shop knows. What the storefront sends to the server is kept in the file EFI_SHOP_API_LOG, and does not arrive while there is a file EFI_SHOP_API_AWAY. When EFI_SHOP_URL is set
 * already, that shop is used and left running. Under `npm run test:services` the shop runs on Redis and BullMQ.
 */
export default async function setup(): Promise<() => Promise<void>> {
    if (process.env.EFI_SHOP_URL) {
        return () => Promise.resolve();
    }
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'efi-journeys-'));
    await chmod(dataDir, 0o755);
    const shopApiLog = path.join(dataDir, 'shop-api.log');
    const shopApiAway = path.join(dataDir, 'shop-api.away');
    let serverUrl = '';
    const proxy = await startRecordingProxy(
        () => (existsSync(shopApiAway) ? NOWHERE : serverUrl),
        (address, body) => appendFileSync(shopApiLog, `${address}\n${body}\n`),
    );
    const [stripe, payPal] = await Promise.all([LocalStripe.start(), LocalPayPal.start()]);
    const redis = process.env.EFI_TEST_REDIS_URL;
    const oidcPort = await freePort();
    const shop = await launchShop({
        dataDir,
        args: [],
        env: {
            SHOP_API_URL: `${proxy.url}/shop-api`,
            SANDBOX_API_KEY,
            REVALIDATION_SECRET,
            STRIPE_SECRET_KEY: SECRET_KEY,
            STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
            STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
            STRIPE_API_URL: stripe.url,
            PAYPAL_CLIENT_ID: CLIENT_ID,
            PAYPAL_CLIENT_SECRET: CLIENT_SECRET,
            PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
            PAYPAL_API_URL: payPal.url,
            OIDC_PROVIDERS: JSON.stringify(providersAt(oidcPort)),
            ...encryptionOfTests(),
            ...(redis ? { REDIS_URL: `${redis}/${JOURNEYS_REDIS_DATABASE}` } : {}),
        },
    });
    serverUrl = shop.serverUrl;
    await shop.printed('Ctrl-C stops the shop');
    Object.assign(process.env, {
        EFI_SHOP_URL: shop.storefrontUrl,
        EFI_SERVER_URL: shop.serverUrl,
        EFI_SANDBOX_URL: shop.sandboxUrl,
        EFI_SANDBOX_API_KEY: SANDBOX_API_KEY,
        EFI_SHOP_API_LOG: shopApiLog,
        EFI_SHOP_API_AWAY: shopApiAway,
        EFI_DATA_DIR: dataDir,
        EFI_OIDC_PORT: String(oidcPort),
    });
    return async () => {
        shop.signal('SIGTERM');
        await shop.ended();
        await Promise.all([proxy.close(), stripe.stop(), payPal.stop()]);
        await rm(dataDir, { recursive: true, force: true });
    };
}

/** For shoppers and for the staff; away until a test starts it. */
function providersAt(port: number) {
    const known = { issuer: `http://127.0.0.1:${port}`, clientId: CLIENT.id, clientSecret: CLIENT.secret };
    return [
        { ...known, id: 'club', label: 'Club', audience: 'shop' },
        {
            ...{ ...known, id: 'company', label: 'Company', audience: 'admin' },
            roles: { claim: 'groups', map: { helpers: 'support' } },
        },
    ];
}
