import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { AnswerButtons } from './answer-buttons';
import { PurposeChoices } from './purpose-choices';

/** What can be answered in the banner: all, nothing, or each purpose by itself. */
export function BannerChoices() {
    const t = useTranslations('privacy');
    return (
        <>
            <AnswerButtons />
            <details className="mt-1 md:mt-2">
                <summary className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
                    {t('details')}
                </summary>
                <div className="grid gap-4 pt-2 pb-4">
                    <PurposeChoices agreed={[]} />
                    <Button type="submit" name="answer" value="chosen" look="secondary">
                        {t('save')}
                    </Button>
                </div>
            </details>
        </>
    );
}
