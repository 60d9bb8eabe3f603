import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** Two buttons of one look and one width: to refuse takes as much as to accept. */
export function AnswerButtons() {
    const t = useTranslations('privacy');
    return (
        <div className="grid grid-cols-2 gap-3">
            {(['refuse', 'accept'] as const).map(answer => (
                <Button key={answer} type="submit" name="answer" value={answer} className="px-4!">
                    {t(answer)}
                </Button>
            ))}
        </div>
    );
}
