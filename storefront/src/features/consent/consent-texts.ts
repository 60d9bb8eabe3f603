import 'server-only';
import { graphql } from '@/graphql/graphql';
import { isToBeAsked, purposes, type Purpose } from '@/lib/consent/consent';
import { currentConsent } from '@/lib/consent/current-consent';
import { queryKept } from '@/lib/vendure/client';

const ConsentTextsQuery = graphql(`
    query ConsentTexts {
        efiConsentTexts {
            version
            texts {
                purpose
                languageCode
                title
                text
            }
        }
    }
`);

/** What people are asked now. */
export interface ConsentTexts {
    readonly version: number;
    readonly texts: readonly {
        readonly purpose: Purpose;
        readonly languageCode: string;
        readonly title: string;
        readonly text: string;
    }[];
}

/** @returns nothing when nothing is asked for, or the texts can't be had: nobody is asked without them. */
export async function fetchConsentTexts(): Promise<ConsentTexts | undefined> {
    try {
        const { efiConsentTexts } = await queryKept('consentTexts', ConsentTextsQuery, {});
        const texts = efiConsentTexts.texts.flatMap(({ purpose, ...words }) => {
            const known = purposes.find(name => name.toUpperCase() === purpose);
            return known ? [{ purpose: known, ...words }] : [];
        });
        return texts.length > 0 ? { version: efiConsentTexts.version, texts } : undefined;
    } catch (error) {
        console.error('The texts about consent could not be had:', error);
        return undefined;
    }
}

/** What the shopper of this request is to be asked, with what they agreed to before; nothing when they have answered. */
export async function consentToAsk(): Promise<
    { readonly asked: ConsentTexts; readonly agreed: readonly Purpose[] } | undefined
> {
    const consent = await currentConsent();
    if (consent.status === 'signalled') {
        return undefined;
    }
    const asked = await fetchConsentTexts();
    return asked && isToBeAsked(consent, asked.version) ? { asked, agreed: consent.purposes } : undefined;
}
