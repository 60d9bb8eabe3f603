import type { Appearance } from '@stripe/stripe-js';

/** The page's colours as they are now, for fields that stand in a frame and can't read our style sheet. */
export function readAppearance(container: HTMLElement): Appearance {
    const probe = container.appendChild(document.createElement('span'));
    const colour = (name: string) => {
        probe.style.color = `var(--color-${name})`;
        return getComputedStyle(probe).color;
    };
    try {
        return {
            theme: 'flat',
            labels: 'above',
            variables: {
                colorPrimary: colour('accent'),
                colorBackground: colour('raised'),
                colorText: colour('ink'),
                colorTextSecondary: colour('muted'),
                colorTextPlaceholder: colour('muted'),
                colorDanger: colour('danger'),
                fontFamily: 'system-ui, sans-serif',
                borderRadius: '8px',
                spacingUnit: '4px',
            },
            rules: {
                '.Input': { border: `1px solid ${colour('edge')}` },
                '.Tab': { border: `1px solid ${colour('edge')}` },
            },
        };
    } finally {
        probe.remove();
    }
}

/** Calls back when the shopper, or their device, changes between light and dark. @returns How to stop. */
export function onAppearanceChange(changed: () => void): () => void {
    const device = matchMedia('(prefers-color-scheme: dark)');
    const choice = new MutationObserver(changed);
    choice.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    device.addEventListener('change', changed);
    return () => {
        choice.disconnect();
        device.removeEventListener('change', changed);
    };
}
