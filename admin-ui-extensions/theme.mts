/** Our greens in place of the Dashboard's blues, with greys of the same hue. Names are the Dashboard's own. */
export const theme = {
    light: {
        ...tokens({
            brand: '#1d5b43',
            lighter: '#4f9a7b',
            darker: '#113a2a',
            onBrand: '#ffffff',
            sidebar: 'oklch(0.98 0.004 160)',
            accent: 'oklch(0.94 0.03 160)',
            onAccent: 'oklch(0.25 0.03 160)',
            border: 'oklch(0.88 0.008 160)',
        }),
        background: 'oklch(0.985 0.003 160)',
        muted: 'oklch(0.955 0.008 160)',
        'muted-foreground': 'oklch(0.46 0.02 160)',
        secondary: 'oklch(0.955 0.008 160)',
        // Darker than the Dashboard's own, which is hard to read on its own tint.
        warning: 'oklch(0.5 0.115 70)',
    },
    dark: {
        ...tokens({
            brand: '#6cc3a0',
            lighter: '#a6dcc6',
            darker: '#3c8a6b',
            onBrand: '#0d1f17',
            sidebar: 'oklch(0.18 0.01 160)',
            accent: 'oklch(0.3 0.04 160)',
            onAccent: 'oklch(0.95 0.01 160)',
            border: 'oklch(0.3 0.012 160)',
        }),
        background: 'oklch(0.15 0.008 160)',
        card: 'oklch(0.195 0.01 160)',
        popover: 'oklch(0.195 0.01 160)',
        muted: 'oklch(0.24 0.012 160)',
        'muted-foreground': 'oklch(0.7 0.015 160)',
        secondary: 'oklch(0.24 0.012 160)',
        success: 'oklch(0.75 0.14 155)',
        warning: 'oklch(0.8 0.13 80)',
        destructive: 'oklch(0.66 0.19 25)',
    },
};

interface Palette {
    readonly brand: string;
    readonly lighter: string;
    readonly darker: string;
    readonly onBrand: string;
    readonly sidebar: string;
    readonly accent: string;
    readonly onAccent: string;
    readonly border: string;
}

function tokens(palette: Palette): Record<string, string> {
    return {
        brand: palette.brand,
        'brand-lighter': palette.lighter,
        'brand-darker': palette.darker,
        primary: palette.brand,
        'primary-foreground': palette.onBrand,
        ring: palette.lighter,
        accent: palette.accent,
        'accent-foreground': palette.onAccent,
        border: palette.border,
        input: palette.border,
        sidebar: palette.sidebar,
        'sidebar-primary': palette.brand,
        'sidebar-primary-foreground': palette.onBrand,
        'sidebar-accent': palette.accent,
        'sidebar-accent-foreground': palette.onAccent,
        'sidebar-border': palette.border,
        'sidebar-ring': palette.lighter,
    };
}
