/** Admission plugins: the minors in which each is on without any flag, and those that know it. One that is listed as on while its feature gate is off by default is not on. */
export const ADMISSION_PLUGINS = `
AlwaysAdmit                         off                     known 1.20..1.37
AlwaysDeny                          off                     known 1.20..1.37
AlwaysPullImages                    off                     known 1.20..1.37
CertificateApproval                 on 1.20..1.37           known 1.20..1.37
CertificateSigning                  on 1.20..1.37           known 1.20..1.37
CertificateSubjectRestriction       on 1.20..1.37           known 1.20..1.37
ClusterTrustBundleAttest            on 1.37..1.37           known 1.27..1.37
DefaultIngressClass                 on 1.20..1.37           known 1.20..1.37
DefaultStorageClass                 on 1.20..1.37           known 1.20..1.37
DefaultTolerationSeconds            on 1.20..1.37           known 1.20..1.37
DenyEscalatingExec                  off                     known 1.20..1.20
DenyExecOnPrivileged                off                     known 1.20..1.20
DenyServiceExternalIPs              off                     known 1.21..1.37
EventRateLimit                      off                     known 1.20..1.37
ExtendedResourceToleration          off                     known 1.20..1.37
ImagePolicyWebhook                  off                     known 1.20..1.37
JobValidation                       off                     known 1.36..1.36
LimitPodHardAntiAffinityTopology    off                     known 1.20..1.37
LimitRanger                         on 1.20..1.37           known 1.20..1.37
MutatingAdmissionPolicy             on 1.36..1.37           known 1.32..1.37
MutatingAdmissionWebhook            on 1.20..1.37           known 1.20..1.37
NamespaceAutoProvision              off                     known 1.20..1.37
NamespaceExists                     off                     known 1.20..1.37
NamespaceLifecycle                  on 1.20..1.37           known 1.20..1.37
NodeDeclaredFeatureValidator        on 1.36..1.37           known 1.35..1.37
NodeRestriction                     off                     known 1.20..1.37
OwnerReferencesPermissionEnforcement off                     known 1.20..1.37
PersistentVolumeClaimResize         on 1.20..1.37           known 1.20..1.37
PersistentVolumeLabel               off                     known 1.20..1.30
PodGroupProtection                  off                     known 1.36..1.37
PodGroupWorkloadExists              off                     known 1.36..1.36
PodNodeSelector                     off                     known 1.20..1.37
PodResizeValidator                  on 1.36..1.37           known 1.36..1.37
PodSecurity                         on 1.23..1.37           known 1.22..1.37
PodSecurityPolicy                   off                     known 1.20..1.24
PodTolerationRestriction            off                     known 1.20..1.37
PodTopologyLabels                   on 1.35..1.37           known 1.33..1.37
Priority                            on 1.20..1.37           known 1.20..1.37
ResourceQuota                       on 1.20..1.37           known 1.20..1.37
RuntimeClass                        on 1.20..1.37           known 1.20..1.37
SecurityContextDeny                 off                     known 1.20..1.29
ServiceAccount                      on 1.20..1.37           known 1.20..1.37
StorageObjectInUseProtection        on 1.20..1.37           known 1.20..1.37
TaintNodesByCondition               on 1.20..1.37           known 1.20..1.37
ValidatingAdmissionPolicy           on 1.30..1.37           known 1.26..1.37
ValidatingAdmissionWebhook          on 1.20..1.37           known 1.20..1.37
`;
