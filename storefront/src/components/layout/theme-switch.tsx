import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ThemeChoice } from './theme-choice';

export type Theme = 'system' | 'light' | 'dark';

const choices = [
    { theme: 'system', label: 'themeSystem', Icon: Monitor },
    { theme: 'light', label: 'themeLight', Icon: Sun },
    { theme: 'dark', label: 'themeDark', Icon: Moon },
] as const;

export function ThemeSwitch({ initial }: { initial: Theme }) {
    const t = useTranslations('layout');
    return (
        <ThemeChoice>
            <legend className="mb-3 text-sm font-semibold">{t('theme')}</legend>
            <div className="inline-flex rounded-full border border-edge p-1">
                {choices.map(({ theme, label, Icon }) => (
                    <label
                        key={theme}
                        title={t(label)}
                        className="grid size-11 cursor-pointer place-items-center rounded-full text-muted hover:text-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2"
                    >
                        <input
                            type="radio"
                            name="theme"
                            value={theme}
                            className="sr-only"
                            defaultChecked={theme === initial}
                        />
                        <Icon size={17} aria-hidden />
                        <span className="sr-only">{t(label)}</span>
                    </label>
                ))}
            </div>
        </ThemeChoice>
    );
}
