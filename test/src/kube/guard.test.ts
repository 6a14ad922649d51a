import { describe, expect, test } from '@jest/globals';
import { guard } from '../../../src/kube/guard.ts';

const JSON_TYPE = 'application/json';
const METADATA = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

describe('the guard', () => {
  test.each([
    ['GET', '/version', JSON_TYPE],
    ['GET', '/apis/apps/v1', JSON_TYPE],
    ['GET', '/api/v1/pods?limit=500&continue=abc%3D', JSON_TYPE],
    ['GET', '/api/v1/namespaces/kube-system/pods?limit=500', JSON_TYPE],
    ['GET', '/api/v1/namespaces/kube-system/configmaps/kubeadm-config', JSON_TYPE],
    ['GET', '/api/v1/nodes/node-1/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/secrets?limit=500', METADATA],
    ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', JSON_TYPE],
  ])('lets %s %s leave', (method, target, accept) => {
    expect(() => guard(method, target, accept)).not.toThrow();
  });

  test.each([
    ['POST', '/api/v1/pods', JSON_TYPE],
    ['DELETE', '/api/v1/pods', JSON_TYPE],
    ['PUT', '/version', JSON_TYPE],
    ['POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', JSON_TYPE],
    ['GET', '/api/v1/pods?watch=true', JSON_TYPE],
    ['GET', '/api/v1/watch/pods', JSON_TYPE],
    ['GET', '/api/v1/namespaces/a/pods/b/exec', JSON_TYPE],
    ['GET', '/api/v1/namespaces/a/pods/b/log', JSON_TYPE],
    ['GET', '/api/v1/nodes/node-1/proxy/run/a/b/c', JSON_TYPE],
    ['GET', '/api/v1/nodes/node-1/proxy/', JSON_TYPE],
    ['GET', '/api/v1/nodes/..%2fnode/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/nodes/a%2Frun%2Fb/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/nodes/%252e%252e/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/nodes/../proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/nodes/a b/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/namespaces/a/secrets/b', METADATA],
    ['GET', '/api/v1/secrets?limit=500', JSON_TYPE],
    ['GET', '/api/v1/secrets?limit=500', `${METADATA},${JSON_TYPE}`],
    ['GET', '/api/v1/configmaps', JSON_TYPE],
    ['GET', '/api/v1/namespaces/default/configmaps/a', JSON_TYPE],
    ['GET', '/api/v1/pods?limit=500&resourceVersion=0', JSON_TYPE],
    ['GET', '/api/v1/pods?limit=500&limit=1', JSON_TYPE],
    ['GET', '/api/v1/pods?limit=500?watch=true', JSON_TYPE],
    ['GET', '/api/v1/pods?constructor=a', JSON_TYPE],
    ['GET', '/api/v1/nodes/a%0d%0ab/proxy/configz', JSON_TYPE],
    ['GET', '/api/v1/nodes/node-1/proxy/configz?a=b', JSON_TYPE],
    ['GET', '/api/v1/secrets', 'application/json;q=1;as=PartialObjectMetadataList'],
    ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews?dryRun=All', JSON_TYPE],
    ['GET', '//version', JSON_TYPE],
    ['GET', '/debug/pprof', JSON_TYPE],
  ])('refuses %s %s', (method, target, accept) => {
    expect(() => guard(method, target, accept)).toThrow('kubevet does not send');
  });
});
