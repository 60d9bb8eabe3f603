import type { Payment } from '../books/payment';
import { escapeHtml, page } from './layout';
import { formatAmount } from './payment-terms';
import { textsFor } from './texts';

/** In the place of the bank's page of 3-D Secure: confirm or refuse. */
export function challengePage(payment: Payment): string {
    const { lang, texts } = textsFor(payment.language);
    const amount = formatAmount(payment.amount, payment.currency, payment.language);
    const question = `
<p class="amount">${escapeHtml(amount)}</p><p class="soft">${escapeHtml(payment.description)}</p>
<p>${escapeHtml(texts.challenge(amount, payment.card.last4))}</p><p class="note">${texts.notReal}</p>
<form method="post"><button name="result" value="complete">${texts.complete}</button>
<button class="second" name="result" value="fail">${texts.fail}</button></form>`;
    const content = payment.status === 'action_required' ? question : `<p>${texts.over}</p>`;
    return page(
        lang,
        texts.challengeTitle,
        `<div class="panel"><h1>${texts.challengeTitle}</h1>${content}</div>`,
    );
}
