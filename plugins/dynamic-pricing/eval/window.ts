import { calendarControls } from '../src/domain/elasticity/calendar-controls';
import { SalesHistory } from '../src/domain/elasticity/sales-history';

/** The weeks of all histories from `first` up to but without `end`, with the calendar that these weeks can tell. */
export function within<History extends SalesHistory>(
    histories: readonly History[],
    [first, end]: readonly [number, number],
): History[] {
    return withCalendar(
        histories.map(history => ({
            ...history,
            weeks: history.weeks.filter(({ week }) => week >= first && week < end),
        })),
        [first, end],
    );
}

/** A calendar's columns are those that the weeks from `first` to `end` can tell, whichever weeks they stand at. */
export function withCalendar<History extends SalesHistory>(
    histories: readonly History[],
    [first, end]: readonly [number, number],
): History[] {
    const calendar = calendarControls(first, end - 1);
    return histories.map(history => ({
        ...history,
        weeks: history.weeks.map(week => ({ ...week, controls: [...week.controls, ...calendar(week.week)] })),
    }));
}

/** First week, and the one after the last. */
export function spanOf(histories: readonly SalesHistory[]): [number, number] {
    let [first, end] = [Infinity, -Infinity];
    for (const { week } of histories.flatMap(({ weeks }) => weeks)) {
        [first, end] = [Math.min(first, week), Math.max(end, week + 1)];
    }
    return [first, end];
}

export function groupsOf<T>(values: readonly T[], key: (value: T) => string): T[][] {
    const groups = new Map<string, T[]>();
    for (const value of values) {
        groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
    }
    return [...groups.values()];
}
