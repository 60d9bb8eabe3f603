import type { Recipient } from '@efi/gdpr-plugin';
import type { Env } from '../env';

/** Who gets personal data by the settings. Of a server that has a name alone nobody can tell here where it stands. */
export function recipientsOf(env: Env): Recipient[] {
    return [...paymentProviders(env), ...signInProviders(env), ...servers(env)];
}

function paymentProviders(env: Env): Recipient[] {
    const gets =
        'amount and number of the order, e-mail address, name and address, what the payer enters there';
    const stripe: Recipient = {
        ...{ name: 'Stripe', does: 'Takes payments and looks for fraud', gets, role: 'processor' },
        place: 'Stripe Payments Europe, Limited, Ireland',
        transfer: 'to Stripe, Inc., USA: EU-U.S. Data Privacy Framework, standard contractual clauses',
    };
    const paypal: Recipient = {
        ...{ name: 'PayPal', does: 'Takes payments and looks for fraud', gets, role: 'controller' },
        place: 'PayPal (Europe) S.à r.l. et Cie, S.C.A., Luxembourg',
        transfer: 'within the PayPal group: binding corporate rules',
    };
    return [...(env.STRIPE_SECRET_KEY ? [stripe] : []), ...(env.PAYPAL_CLIENT_ID ? [paypal] : [])];
}

function signInProviders({ OIDC_PROVIDERS }: Env): Recipient[] {
    return OIDC_PROVIDERS.map(({ label, issuer, audience }) => ({
        name: `${label} (${hostOf(issuer)})`,
        does: audience === 'shop' ? 'Lets customers sign in' : 'Lets staff sign in',
        gets: 'that somebody signs in to the shop, and when',
        role: 'controller' as const,
    }));
}

function servers(env: Env): Recipient[] {
    const known: readonly (readonly [string | undefined, does: string, gets: string])[] = [
        [env.isProduction ? env.SMTP_URL : undefined, 'Sends mail', 'all mails, with their receivers'],
        [env.DATABASE_URL, 'Runs the database', 'everything in this record'],
        [env.REDIS_URL, 'Runs Redis', 'sessions, jobs and what is cached, for hours or days'],
        [env.AUDIT_S3_BUCKET && s3Of(env), 'Keeps the audit trail', 'who did what when, by numbers'],
    ];
    return known.flatMap(([url, does, gets]) => {
        const host = url && hostOf(url);
        return host && !isHere(host) ? [{ name: host, does, gets, role: 'processor' as const }] : [];
    });
}

function s3Of({ AWS_ENDPOINT_URL_S3: endpoint, AUDIT_S3_BUCKET: bucket, AWS_REGION: region }: Env): string {
    return endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`;
}

function hostOf(url: string): string {
    return new URL(url).hostname;
}

/** Of the machine itself, or of its own network by a name that nobody else knows. */
function isHere(host: string): boolean {
    return ['localhost', '127.0.0.1', '[::1]', ''].includes(host) || !host.includes('.');
}
