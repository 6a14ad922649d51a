import { controlPlanePod, node, serverVersion } from './objects.ts';

/** A cluster in which one pod of a component is seen. */
export const running = (component: string, flags: readonly string[], version?: string): readonly object[] => [
  serverVersion(),
  node('node-1'),
  controlPlanePod(component, { flags, ...(version === undefined ? {} : { version }) }),
];

/** Situations in which nothing can be said of a flag of a component, whatever the check wants of it. */
export const unknownCases = (component: string, flag: string) =>
  [
    {
      given: 'no pod of the component',
      objects: [serverVersion(), node('node-1')],
      expect: 'unknown' as const,
      findings: [{ verdict: 'unknown' as const, message: new RegExp(`no pod runs ${component}`) }],
    },
    {
      given: 'a value from a variable that is not known',
      objects: running(component, [`--${flag}=$(ELSEWHERE)`]),
      expect: 'unknown' as const,
    },
  ] as const;
