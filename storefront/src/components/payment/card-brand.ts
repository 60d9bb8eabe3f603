const names: Readonly<Record<string, string>> = {
    amex: 'American Express',
    diners: 'Diners Club',
    eftpos_au: 'eftpos',
    jcb: 'JCB',
    unionpay: 'UnionPay',
};

/** A card's brand as people write it. @param brand - As providers name it, such as `visa`. */
export function cardBrand(brand: string): string {
    return names[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
}
