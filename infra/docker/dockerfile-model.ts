import { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast';

/** One `FROM` with what follows it. */
export interface Stage {
    readonly name: string;
    /** An image, or the name of an earlier stage. */
    readonly base: string;
    readonly instructions: readonly Instruction[];
}

export function parseStages(text: string): Stage[] {
    const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
    for (const instruction of DockerfileParser.parse(text).getInstructions()) {
        if (instruction.getKeyword() === 'FROM') {
            const from = instruction as From;
            stages.push({ name: from.getBuildStage() ?? '', base: from.getImage() ?? '', instructions: [] });
        } else {
            stages.at(-1)?.instructions.push(instruction);
        }
    }
    return stages;
}

/** The stage and those that it is built on, itself last. */
export function lineage(stages: readonly Stage[], name: string): Stage[] {
    const stage = stages.find(candidate => candidate.name === name);
    return stage ? [...lineage(stages, stage.base), stage] : [];
}

/** All instructions of one kind in the stage and those that it is built on, in order. */
export function instructions(stages: readonly Stage[], name: string, keyword: string): Instruction[] {
    return lineage(stages, name)
        .flatMap(stage => stage.instructions)
        .filter(instruction => instruction.getKeyword() === keyword);
}

/** The words of a command in exec form, `undefined` when it would go through a shell. */
export function execForm(instruction: Instruction): string[] | undefined {
    const json = /(?:^|CMD\s+)(\[.*\])\s*$/s.exec(instruction.getArgumentsContent() ?? '')?.[1];
    return json === undefined ? undefined : (JSON.parse(json) as string[]);
}

export interface Copied {
    /** Stage that it comes from; `undefined` is the repository. */
    readonly from: string | undefined;
    readonly source: string;
    readonly target: string;
}

export function copies(stage: Stage): Copied[] {
    return stage.instructions
        .filter(instruction => instruction.getKeyword() === 'COPY')
        .flatMap(instruction => {
            const words = instruction.getArguments().map(argument => argument.getValue());
            const from = (instruction as Copy).getFromFlag()?.getValue() ?? undefined;
            const paths = words.filter(word => !word.startsWith('--'));
            const target = paths.at(-1) ?? '';
            return paths.slice(0, -1).map(source => ({ from, source, target }));
        });
}
