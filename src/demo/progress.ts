/** What the launcher receives over its channel to this process. */
export interface ProgressMessage {
    readonly type: 'progress';
    readonly label: string;
    readonly done: number;
    readonly total: number;
}

/** Tells how far a step has come. */
export type ReportProgress = (label: string, done: number, total: number) => void;

/** To the process that started this one, or as lines for a person when there is none. */
export const reportProgress: ReportProgress = (label, done, total) => {
    if (process.send) {
        process.send({ type: 'progress', label, done, total } satisfies ProgressMessage);
    } else {
        process.stdout.write(`  ${label} (${done}/${total})\n`);
    }
};
