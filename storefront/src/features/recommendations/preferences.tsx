import { getTranslations } from 'next-intl/server';
import { SubmitButton } from '@/components/ui/submit-button';
import { setPersonal, showAgain } from './actions';
import { fetchPreferences } from './preferences-query';

/** The switch for recommendations from own purchases, and what is never to be recommended. */
export async function RecommendationPreferences() {
    const [t, { personal, hidden }] = await Promise.all([getTranslations('rail'), fetchPreferences()]);
    return (
        <section aria-labelledby="recommendations" className="mt-12 border-t border-line pt-8">
            <h2 id="recommendations" className="display text-2xl">
                {t('preferences')}
            </h2>
            <p className="mt-3 text-[0.95rem] text-muted" role="status">
                {t(personal ? 'personalOn' : 'personalOff')}
            </p>
            <form action={setPersonal} className="mt-4">
                <input type="hidden" name="enabled" value={String(!personal)} />
                <SubmitButton look="secondary">{t(personal ? 'switchOff' : 'switchOn')}</SubmitButton>
            </form>
            {hidden.length > 0 && (
                <>
                    <h3 className="mt-8 font-medium">{t('hiddenTitle')}</h3>
                    <ul className="mt-2">
                        {hidden.map(({ productId, productName }) => (
                            <li
                                key={productId}
                                className="flex min-h-12 items-center justify-between gap-4 border-b border-line"
                            >
                                {productName}
                                <form action={showAgain}>
                                    <input type="hidden" name="productId" value={productId} />
                                    <SubmitButton
                                        look="quiet"
                                        name="to"
                                        value="show"
                                        label={t('showProduct', { name: productName })}
                                    >
                                        {t('show')}
                                    </SubmitButton>
                                </form>
                            </li>
                        ))}
                    </ul>
                </>
            )}
        </section>
    );
}
