import { TEST_CARDS } from '../test-means';
import type { CardProblems } from './card-form';
import { escapeHtml, page } from './layout';
import { formatAmount, type PaymentTerms } from './payment-terms';
import { textsFor, type Texts } from './texts';

type FieldName = keyof CardProblems;

/**
 * The card form.
 *
 * @param typed - What the shopper has typed. Number and security code are never sent back.
 */
export function cardPage(terms: PaymentTerms, typed: URLSearchParams, problems: CardProblems): string {
    const { lang, texts } = textsFor(terms.language);
    const amount = formatAmount(terms.amount, terms.currency, terms.language);
    const shop = new URL(terms.returnUrl).host;
    const body = `
<div class="panel"><h1>${texts.cardTitle}</h1>
<p class="soft">${escapeHtml(texts.pay(shop))}</p><p class="amount">${escapeHtml(amount)}</p>
<p class="note">${texts.notReal}</p>
<form method="post" novalidate>
${field('number', texts.number, 'autocomplete="cc-number" inputmode="numeric" placeholder="4242 4242 4242 4242"')}
<div class="pair"><div>
${field('expiry', texts.expiry, `autocomplete="cc-exp" placeholder="${texts.expiryHint}" value="${escapeHtml(typed.get('expiry') ?? '')}"`)}
</div><div>
${field('code', texts.code, 'autocomplete="cc-csc" inputmode="numeric" placeholder="123"')}
</div></div>
<button>${escapeHtml(texts.submit(amount))}</button></form>
<a class="back" href="${escapeHtml(terms.returnUrl)}">${texts.back}</a></div>
<h2>${texts.testCards}</h2><p class="soft">${texts.testCardsHint}</p>${testCards(texts)}`;
    return page(lang, `${texts.cardTitle} – ${amount}`, body);

    function field(name: FieldName, label: string, attributes: string): string {
        const problem = problems[name];
        const state = problem ? `aria-invalid="true" aria-describedby="${name}-problem" ` : '';
        const message = problem
            ? `<p class="problem" id="${name}-problem" role="alert">${texts.problems[problem]}</p>`
            : '';
        return `<label for="${name}">${label}</label>
<input id="${name}" name="${name}" required ${state}${attributes}>${message}`;
    }
}

/** The numbers that work here and what each does. */
export function testCards(texts: Texts): string {
    const rows = TEST_CARDS.map(({ number, behaviour }) => {
        const grouped = number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
        return `<div><dt>${grouped}</dt><dd>${texts.outcomes[behaviour]}</dd></div>`;
    });
    return `<dl>${rows.join('')}</dl>`;
}
