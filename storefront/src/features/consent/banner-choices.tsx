import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Purpose } from '@/lib/consent/consent';
import { AnswerButtons } from './answer-buttons';
import type { ConsentTexts } from './consent-texts';
import { PurposeChoices } from './purpose-choices';

/** What the banner asks. */
export function BannerQuestion() {
    const t = useTranslations('privacy');
    return (
        <>
            <h2 id="consent-title" className="display text-xl">
                {t('bannerTitle')}
            </h2>
            <p className="mt-2 mb-4 text-sm text-muted">{t('bannerText')}</p>
        </>
    );
}

/** What can be answered in the banner: all, nothing, or each purpose by itself. */
export function BannerChoices({ asked, agreed }: { asked: ConsentTexts; agreed: readonly Purpose[] }) {
    const t = useTranslations('privacy');
    return (
        <>
            <AnswerButtons />
            <details className="mt-1 md:mt-2">
                <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
                    {t('details')}
                </summary>
                <div className="grid gap-4 pt-2 pb-4">
                    <PurposeChoices asked={asked} agreed={agreed} place="BANNER" />
                    <Button type="submit" name="answer" value="chosen" look="secondary">
                        {t('save')}
                    </Button>
                </div>
            </details>
        </>
    );
}
