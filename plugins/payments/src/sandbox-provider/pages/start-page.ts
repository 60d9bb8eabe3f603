import { testCards } from './card-page';
import { page } from './layout';
import { textsFor } from './texts';

/** For whoever opens the provider's address: what this is, and the test cards. */
export function startPage(language: string): string {
    const { lang, texts } = textsFor(language);
    const body = `<div class="panel"><h1>${texts.startTitle}</h1><p class="note">${texts.notReal}</p>
<h2>${texts.testCards}</h2><p class="soft">${texts.testCardsHint}</p>${testCards(texts)}</div>`;
    return page(lang, texts.startTitle, body);
}
