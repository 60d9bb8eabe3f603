import 'server-only';
import type { ResultOf } from '@/graphql/graphql';
import { queryShop } from '@/lib/vendure/client';
import { PrivacyMailLinkQuery } from './by-mail-documents';

type MailLink = NonNullable<ResultOf<typeof PrivacyMailLinkQuery>['efiPrivacyMailLink']>;

export type MailedRequest = NonNullable<MailLink['request']>;

/** What the link of a mail leads to: asking does nothing. Nothing for a link that was used or is too old. */
export async function fetchMailLink(token: string | string[] | undefined): Promise<MailLink | null> {
    if (typeof token !== 'string' || !token || token.length > 100) {
        return null;
    }
    return (await queryShop(PrivacyMailLinkQuery, { token })).efiPrivacyMailLink;
}
