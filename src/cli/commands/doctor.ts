import { Command } from 'commander';

const EXAMPLES = `
Examples:
  oped doctor`;

/** `oped doctor`: which engines are there, and why not. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('say which engines are there, and why not')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { checkEngines } = await import('../../doctor/engines.ts');
      for (const { name, ready, detail } of await checkEngines())
        process.stdout.write(`${name.padEnd(9)}${ready ? 'ready' : 'not there'}  ${detail}\n`);
    });
