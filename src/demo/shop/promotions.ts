import type { Localised } from './markets';

interface PromotionRule {
    readonly code: string;
    readonly args: Readonly<Record<string, string>>;
}

export interface PromotionData {
    readonly name: Localised;
    readonly description: Localised;
    readonly couponCode?: string;
    readonly perCustomerUsageLimit?: number;
    /** Runs in the window of {@link currentOrNextSale} only. */
    readonly flashSale?: boolean;
    readonly conditions: readonly PromotionRule[];
    readonly actions: readonly PromotionRule[];
}

/**
 * What the shop gives away.
 *
 * @param facetValue - Id of a value, as in `category:plants`.
 */
export function promotions(facetValue: (value: string) => number): PromotionData[] {
    const plants = JSON.stringify([String(facetValue('category:plants'))]);
    const footwear = JSON.stringify([String(facetValue('category:footwear'))]);
    return [
        {
            name: {
                en: 'Welcome: 10 % off',
                de: 'Willkommen: 10 % Rabatt',
                fr: 'Bienvenue : 10 % de remise',
            },
            description: {
                en: 'Enter WELCOME10 on your first order.',
                de: 'WELCOME10 bei der ersten Bestellung eingeben.',
                fr: 'Saisissez WELCOME10 à votre première commande.',
            },
            couponCode: 'WELCOME10',
            perCustomerUsageLimit: 1,
            conditions: [],
            actions: [{ code: 'order_percentage_discount', args: { discount: '10' } }],
        },
        {
            name: { en: '5 % off from 250', de: '5 % Rabatt ab 250', fr: '5 % de remise dès 250' },
            description: {
                en: 'Taken off by itself once your order reaches 250 in your currency.',
                de: 'Wird automatisch abgezogen, sobald die Bestellung 250 in Ihrer Währung erreicht.',
                fr: 'Déduits automatiquement dès que la commande atteint 250 dans votre devise.',
            },
            conditions: [{ code: 'minimum_order_amount', args: { amount: '25000', taxInclusive: 'true' } }],
            actions: [{ code: 'order_percentage_discount', args: { discount: '5' } }],
        },
        {
            name: {
                en: 'Two plants, 20 % off',
                de: 'Zwei Pflanzen, 20 % Rabatt',
                fr: 'Deux plantes, 20 % de remise',
            },
            description: {
                en: 'Take two plants or more and each costs a fifth less.',
                de: 'Ab zwei Pflanzen kostet jede ein Fünftel weniger.',
                fr: 'À partir de deux plantes, chacune coûte un cinquième de moins.',
            },
            conditions: [{ code: 'at_least_n_with_facets', args: { minimum: '2', facets: plants } }],
            actions: [{ code: 'facet_based_discount', args: { discount: '20', facets: plants } }],
        },
        {
            name: { en: 'Flash sale: shoes', de: 'Blitzangebot: Schuhe', fr: 'Vente flash : chaussures' },
            description: {
                en: '15 % off all shoes, four hours a day.',
                de: '15 % auf alle Schuhe, vier Stunden am Tag.',
                fr: '15 % sur toutes les chaussures, quatre heures par jour.',
            },
            flashSale: true,
            conditions: [{ code: 'at_least_n_with_facets', args: { minimum: '1', facets: footwear } }],
            actions: [{ code: 'facet_based_discount', args: { discount: '15', facets: footwear } }],
        },
    ];
}
