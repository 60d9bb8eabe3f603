import { i18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import {
    type DashboardWidgetDefinition,
    defineDashboardExtension,
    getDashboardWidgetRegistry,
} from '@vendure/dashboard';
import { LoginGreeting, LoginLogo } from './login';
import './overlays.css';
import { TodayWidget } from './today-widget';

// The build compiles the Dashboard's own texts only; those of extensions reach the browser as they were written.
i18n.setMessagesCompiler(compileMessage);

const today: DashboardWidgetDefinition = {
    id: 'efi-today',
    name: 'Today',
    component: TodayWidget,
    defaultSize: { w: 12, h: 2, x: 0, y: 0 },
    minSize: { w: 4, h: 2 },
    requiresPermissions: ['ReadOrder'],
};

placeFirst(today);

defineDashboardExtension({
    widgets: [today],
    login: { logo: { component: LoginLogo }, beforeForm: { component: LoginGreeting } },
});

/**
 * The home page puts widgets where there is room, in the order in which they were registered, whatever position
 * they ask for. What happens today belongs on top, and the built-in widgets were there first.
 */
function placeFirst(widget: DashboardWidgetDefinition): void {
    const registry = getDashboardWidgetRegistry();
    const registered = [...registry];
    registry.clear();
    registry.set(widget.id, widget);
    registered.forEach(([id, other]) => registry.set(id, other));
}
