import type { Product } from '../model/facts.ts';
import type { Https } from '../model/finding.ts';
import { ADMISSION_PLUGINS } from './data/admission-plugins.ts';
import { CLOUD_CONTROLLER_MANAGER_FLAGS } from './data/flags-cloud-controller-manager.ts';
import { ETCD_FLAGS } from './data/flags-etcd.ts';
import { KUBE_APISERVER_FLAGS } from './data/flags-kube-apiserver.ts';
import { KUBE_CONTROLLER_MANAGER_FLAGS } from './data/flags-kube-controller-manager.ts';
import { KUBE_PROXY_FLAGS } from './data/flags-kube-proxy.ts';
import { KUBE_SCHEDULER_FLAGS } from './data/flags-kube-scheduler.ts';
import { KUBELET_FLAGS } from './data/flags-kubelet.ts';
import { OPERATING_SYSTEMS } from './data/operating-systems.ts';
import { RELEASES } from './data/releases.ts';
import { VULNERABILITIES, VULNERABILITIES_AS_OF } from './data/vulnerabilities.ts';
import { DESCRIBED_THROUGH } from './sources.ts';

/** Components whose flags are described. */
export const FLAG_COMPONENTS = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'kubelet',
  'kube-proxy',
  'etcd',
] as const;
export type FlagComponent = (typeof FLAG_COMPONENTS)[number];

/** Products whose vulnerabilities are described. */
export type VulnerableProduct = keyof typeof VULNERABILITIES_AS_OF;

/** Lines of a table, and the day on which its source said so. */
export interface DatedLines {
  readonly asOf: string;
  readonly source: Https;
  readonly lines: string;
}

/** All that changes from one edition of the data to the next: tables as text, a line each, as the files of data/ explain. */
export interface DataSet {
  readonly releases: Readonly<Record<Product, DatedLines>>;
  readonly vulnerabilities: { readonly asOf: Readonly<Record<VulnerableProduct, string>>; readonly lines: string };
  /** By system; how an `osImage` names one is part of the program. */
  readonly operatingSystems: Readonly<Record<string, DatedLines>>;
  /** Newest minor of Kubernetes that flags and plugins describe. */
  readonly describedThrough: string;
  readonly flags: Readonly<Record<FlagComponent, string>>;
  readonly admissionPlugins: string;
}

/** The data that this version of kubevet comes with. */
export const BUILT_IN: DataSet = {
  releases: RELEASES,
  vulnerabilities: { asOf: VULNERABILITIES_AS_OF, lines: VULNERABILITIES },
  operatingSystems: OPERATING_SYSTEMS,
  describedThrough: DESCRIBED_THROUGH,
  flags: {
    'kube-apiserver': KUBE_APISERVER_FLAGS,
    'kube-scheduler': KUBE_SCHEDULER_FLAGS,
    'kube-controller-manager': KUBE_CONTROLLER_MANAGER_FLAGS,
    'cloud-controller-manager': CLOUD_CONTROLLER_MANAGER_FLAGS,
    kubelet: KUBELET_FLAGS,
    'kube-proxy': KUBE_PROXY_FLAGS,
    etcd: ETCD_FLAGS,
  },
  admissionPlugins: ADMISSION_PLUGINS,
};

/** The lines of a table that hold something. */
export const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
