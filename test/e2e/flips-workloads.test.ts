import { testFlips } from './flips/flip.ts';
import { objects } from './flips/objects.ts';
import { serviceAccounts, workloads } from './flips/workloads.ts';

testFlips(objects, { title: 'workloads and their ServiceAccounts', flips: [...workloads, ...serviceAccounts] });
