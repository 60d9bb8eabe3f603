import 'server-only';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { failed, type ActionResult } from '@/lib/action-result';
import { checkPlace, placeShape } from '@/lib/address/place';
import { fetchCurrentCustomer, type SavedAddress } from '@/lib/vendure/current-customer';
import { parseAddress, type AddressInput } from './address-schema';
import { ANOTHER, SAME } from './saved-addresses';

/** Who orders. */
export interface Contact {
    readonly emailAddress: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly phoneNumber: string | undefined;
}

type PostalAddress = ReturnType<typeof typedAddress>;

/** What the first step of the checkout says. */
interface ChosenAddresses {
    readonly contact: Contact;
    readonly delivery: PostalAddress;
    readonly bill: PostalAddress;
    readonly vatNumber: string;
    /** ISO 3166-1, where the order is delivered. */
    readonly country: string;
}

const choice = z.object({
    savedAddress: z.string().max(64).default(ANOTHER),
    billingAddress: z.string().max(64).default(SAME),
    savedVatNumber: z.string().trim().max(40).default(''),
});

const savedPlace = z.object(placeShape).superRefine(checkPlace);

/** The addresses that the form names or has typed into it. */
export async function chosenAddresses(form: FormData): Promise<ActionResult<ChosenAddresses>> {
    const input = choice.safeParse(Object.fromEntries(form));
    if (!input.success) {
        return notInBook('savedAddress');
    }
    const { savedAddress, billingAddress, savedVatNumber } = input.data;
    const chosen =
        savedAddress === ANOTHER ? await typed(form) : await fromBook(savedAddress, savedVatNumber);
    if (!chosen.ok || billingAddress === SAME) {
        return chosen;
    }
    const customer = await fetchCurrentCustomer();
    const bill = customer?.addresses?.find(({ id }) => id === billingAddress);
    return bill
        ? { ok: true, data: { ...chosen.data, bill: postalAddress(bill) } }
        : notInBook('billingAddress');
}

async function typed(form: FormData): Promise<ActionResult<ChosenAddresses>> {
    const parsed = parseAddress(Object.fromEntries(form));
    if (!parsed.ok) {
        const t = await getTranslations('form');
        const fields = Object.entries(parsed.problems).map(([field, problem]) => [field, t(problem)]);
        return failed(t('check'), Object.fromEntries(fields) as Record<string, string>);
    }
    const { emailAddress, firstName, lastName, phoneNumber, vatNumber, countryCode } = parsed.address;
    const address = typedAddress(parsed.address);
    return {
        ok: true,
        data: {
            contact: { emailAddress, firstName, lastName, phoneNumber: phoneNumber || undefined },
            ...{ delivery: address, bill: address, vatNumber, country: countryCode },
        },
    };
}

async function fromBook(id: string, vatNumber: string): Promise<ActionResult<ChosenAddresses>> {
    const customer = await fetchCurrentCustomer();
    const saved = customer?.addresses?.find(each => each.id === id);
    if (!customer || !saved) {
        return notInBook('savedAddress');
    }
    const address = postalAddress(saved);
    if (!savedPlace.safeParse(address).success) {
        const t = await getTranslations('problem');
        return failed(t('addressIncomplete'), { savedAddress: t('addressIncomplete') });
    }
    const { emailAddress, firstName, lastName, phoneNumber } = customer;
    return {
        ok: true,
        data: {
            contact: { emailAddress, firstName, lastName, phoneNumber: phoneNumber ?? undefined },
            ...{ delivery: address, bill: address, country: address.countryCode },
            vatNumber: address.company ? vatNumber : '',
        },
    };
}

async function notInBook(field: string): Promise<ActionResult<never>> {
    const t = await getTranslations('problem');
    return failed(t('addressGone'), { [field]: t('addressGone') });
}

function typedAddress(address: AddressInput) {
    const { firstName, lastName, company, streetLine1, streetLine2 } = address;
    const { city, province, postalCode, countryCode, phoneNumber } = address;
    return {
        ...{ fullName: `${firstName} ${lastName}`, company, streetLine1, streetLine2 },
        ...{ city, province, postalCode, countryCode, phoneNumber },
    };
}

function postalAddress(saved: SavedAddress): PostalAddress {
    const { fullName, company, streetLine1, streetLine2, city, province, postalCode, phoneNumber } = saved;
    return {
        ...{ fullName: fullName ?? '', company: company ?? '', streetLine1, streetLine2: streetLine2 ?? '' },
        ...{ city: city ?? '', province: province ?? '', postalCode: postalCode ?? '' },
        ...{ countryCode: saved.country.code, phoneNumber: phoneNumber ?? '' },
    };
}
