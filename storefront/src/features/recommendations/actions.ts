'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { graphql } from '@/graphql/graphql';
import { mutateAsShopper } from '@/lib/vendure/client';
import { fetchCurrentCustomer } from '@/lib/vendure/current-customer';

const Hide = graphql(`
    mutation HideRecommendation($productId: ID!) {
        hideEfiRecommendation(productId: $productId) {
            personal
        }
    }
`);

const Show = graphql(`
    mutation ShowRecommendation($productId: ID!) {
        showEfiRecommendation(productId: $productId) {
            personal
        }
    }
`);

const SetPersonal = graphql(`
    mutation SetPersonalRecommendations($enabled: Boolean!) {
        setEfiPersonalRecommendations(enabled: $enabled) {
            personal
        }
    }
`);

const choice = z.object({ productId: z.string().regex(/^[\w-]{1,64}$/), to: z.enum(['hide', 'show']) });

export interface HiddenState {
    readonly isHidden: boolean;
    readonly problem?: string;
}

/** Never recommends a product to the customer again, or takes that back. Where it stood stays, for the way back. */
export async function changeHidden(state: HiddenState, form: FormData): Promise<HiddenState> {
    const input = choice.safeParse(Object.fromEntries(form));
    const problems = await getTranslations('problem');
    if (!input.success) {
        return { ...state, problem: problems('notChanged') };
    }
    if (!(await fetchCurrentCustomer())) {
        return { ...state, problem: problems('signInAgain') };
    }
    const { productId, to } = input.data;
    await (to === 'hide' ? mutateAsShopper(Hide, { productId }) : mutateAsShopper(Show, { productId }));
    return { isHidden: to === 'hide' };
}

/** As `changeHidden`, for the list of what is hidden. */
export async function showAgain(form: FormData): Promise<void> {
    await changeHidden({ isHidden: true }, form);
    refresh();
}

/** Whether recommendations may come from what the customer bought. Holds on all their devices. */
export async function setPersonal(form: FormData): Promise<void> {
    if (await fetchCurrentCustomer()) {
        await mutateAsShopper(SetPersonal, { enabled: form.get('enabled') === 'true' });
    }
    refresh();
}
