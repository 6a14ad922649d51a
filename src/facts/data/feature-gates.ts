/** Feature gates of Kubernetes' components: name, and the stage by range of minors. One that is not listed for a minor does not exist there. */
export const FEATURE_GATES = `
APIListChunking 1.32..1.32=ga
APIResponseCompression 1.32..1.37=beta
APIServerIdentity 1.32..1.37=beta
APIServerTracing 1.32..1.33=beta 1.34..1.36=ga
APIServerWebhookAuthenticationToken 1.37..1.37=alpha
APIServingWithRoutine 1.32..1.37=alpha
AdmissionWebhookMatchConditions 1.32..1.32=ga
AggregatedDiscoveryEndpoint 1.32..1.32=ga
AggregatedDiscoveryRemoveBetaType 1.33..1.37=deprecated
AllowDNSOnlyNodeCSR 1.32..1.37=deprecated
AllowInsecureKubeletCertificateSigningRequests 1.32..1.37=deprecated
AllowOverwriteTerminationGracePeriodSeconds 1.32..1.37=deprecated
AllowParsingUserUIDFromCertAuth 1.33..1.37=beta
AllowServiceExternalIPs 1.36..1.37=ga
AllowServiceLBStatusOnNonLB 1.32..1.34=deprecated
AllowUnsafeMalformedObjectDeletion 1.32..1.36=alpha 1.37..1.37=beta
AnonymousAuthConfigurableEndpoints 1.32..1.33=beta 1.34..1.36=ga
AnyVolumeDataSource 1.32..1.32=beta 1.33..1.36=ga
AppArmor 1.32..1.32=ga
AppArmorFields 1.32..1.32=ga
AtomicFIFO 1.36..1.37=beta
AtomicWriteVolumeUserFields 1.37..1.37=alpha
AuthorizeNodeWithSelectors 1.32..1.33=beta 1.34..1.36=ga
AuthorizePodWebsocketUpgradeCreatePermission 1.35..1.37=beta
AuthorizeWithSelectors 1.32..1.33=beta 1.34..1.36=ga
BtreeWatchCache 1.32..1.32=beta 1.33..1.36=ga
CBORServingAndStorage 1.32..1.37=alpha
CPUManager 1.32..1.32=ga
CPUManagerPolicyAlphaOptions 1.32..1.37=alpha
CPUManagerPolicyBetaOptions 1.32..1.37=beta
CPUManagerPolicyOptions 1.32..1.32=beta 1.33..1.37=ga
CRDObservedGenerationTracking 1.35..1.37=beta
CRDValidationRatcheting 1.32..1.32=beta 1.33..1.37=ga
CRIListStreaming 1.36..1.37=alpha
CSIMigrationPortworx 1.32..1.32=beta 1.33..1.35=ga
CSIServiceAccountTokenSecrets 1.35..1.35=beta 1.36..1.37=ga
CSIVolumeHealth 1.32..1.37=alpha
ChangeContainerStatusOnKubeletRestart 1.35..1.37=deprecated
ClearingNominatedNodeNameAfterBinding 1.34..1.34=alpha 1.35..1.37=beta
ClientsAllowCARotation 1.36..1.37=beta
ClientsAllowCBOR 1.32..1.37=alpha
ClientsAllowTLSCacheGC 1.36..1.37=beta
ClientsPreferCBOR 1.32..1.37=alpha
CloudControllerManagerWatchBasedRoutesReconciliation 1.35..1.37=alpha
CloudControllerManagerWebhook 1.32..1.37=alpha
ClusterTrustBundle 1.32..1.32=alpha 1.33..1.36=beta 1.37..1.37=ga
ClusterTrustBundleProjection 1.32..1.32=alpha 1.33..1.36=beta 1.37..1.37=ga
ComponentFlagz 1.32..1.35=alpha 1.36..1.37=beta
ComponentSLIs 1.32..1.34=ga
ComponentStatusz 1.32..1.35=alpha 1.36..1.37=beta
CompositePodGroup 1.37..1.37=alpha
ConcurrentWatchObjectDecode 1.32..1.37=beta
ConsistentListFromCache 1.32..1.33=beta 1.34..1.36=ga
ConsistentListFromCacheSkipTimeoutFallback 1.37..1.37=alpha
ConstrainedImpersonation 1.35..1.35=alpha 1.36..1.37=beta
ContainerCheckpoint 1.32..1.37=beta
ContainerRestartRules 1.34..1.34=alpha 1.35..1.37=beta
ContainerStopSignals 1.33..1.37=alpha
ContextualLogging 1.32..1.37=beta
ControllerManagerReleaseLeaderElectionLockOnExit 1.36..1.37=alpha
CoordinatedLeaderElection 1.32..1.32=alpha 1.33..1.37=beta
CronJobsScheduledAnnotation 1.32..1.34=ga
CrossNamespaceVolumeDataSource 1.32..1.37=alpha
CustomCPUCFSQuotaPeriod 1.32..1.35=alpha 1.36..1.37=ga
CustomResourceFieldSelectors 1.32..1.37=ga
DRAAdminAccess 1.32..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
DRAConsumableCapacity 1.34..1.35=alpha 1.36..1.37=beta
DRADerivedAttributes 1.37..1.37=alpha
DRADeviceBindingConditions 1.34..1.35=alpha 1.36..1.37=beta
DRADeviceCompatibilityGroups 1.37..1.37=alpha
DRADeviceTaintRules 1.35..1.35=alpha 1.36..1.36=beta 1.37..1.37=ga
DRADeviceTaints 1.33..1.35=alpha 1.36..1.36=beta 1.37..1.37=ga
DRAExtendedResource 1.34..1.35=alpha 1.36..1.36=beta 1.37..1.37=ga
DRAFractionalCapacityRange 1.37..1.37=beta
DRAListTypeAttributes 1.36..1.37=alpha
DRANodeAllocatableResources 1.36..1.37=alpha
DRAOptionalNodeOperations 1.37..1.37=alpha
DRAPartitionableDevices 1.33..1.35=alpha 1.36..1.37=beta
DRAPartitionableDevicesType 1.37..1.37=alpha
DRAPrioritizedList 1.33..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
DRAResourceClaimDeviceStatus 1.32..1.32=alpha 1.33..1.36=beta 1.37..1.37=ga
DRAResourceClaimGranularStatusAuthorization 1.36..1.37=beta
DRAResourcePoolStatus 1.36..1.37=alpha
DRASchedulerFilterTimeout 1.34..1.37=beta
DRAWorkloadResourceClaims 1.36..1.36=alpha 1.37..1.37=beta
DeclarativeValidation 1.33..1.35=beta 1.36..1.37=ga
DeclarativeValidationBeta 1.36..1.37=beta
DeclarativeValidationTakeover 1.33..1.35=beta 1.36..1.37=deprecated
DefaultPodSysctls 1.37..1.37=alpha
DeploymentReplicaSetTerminatingReplicas 1.33..1.34=alpha 1.35..1.37=beta
DetectCacheInconsistency 1.34..1.37=beta
DevicePluginCDIDevices 1.32..1.33=ga
DisableAllocatorDualWrite 1.32..1.32=alpha 1.33..1.33=beta 1.34..1.37=ga
DisableCPUQuotaWithExclusiveCPUs 1.33..1.35=beta 1.36..1.37=deprecated
DisableCloudProviders 1.32..1.32=ga
DisableKubeletCloudCredentialProviders 1.32..1.32=ga
DisableNodeKubeProxyVersion 1.32..1.37=deprecated
DynamicResourceAllocation 1.32..1.33=beta 1.34..1.37=ga
EfficientWatchResumption 1.32..1.32=ga
ElasticIndexedJob 1.32..1.33=ga
EmptyDirVolumeMode 1.37..1.37=alpha
EnvFiles 1.34..1.34=alpha 1.35..1.37=beta
EtcdRangeStream 1.37..1.37=beta
EventedPLEG 1.32..1.37=alpha
EvictionRequestAPI 1.37..1.37=alpha
ExcludeAdmissionWebhookVirtualResources 1.37..1.37=beta
ExecProbeTimeout 1.32..1.37=ga
ExtendWebSocketsToKubelet 1.36..1.37=beta
ExternalServiceAccountTokenSigner 1.32..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
GRPCContainerProbeTLS 1.37..1.37=alpha
GangScheduling 1.35..1.36=alpha
GenericWorkload 1.35..1.36=alpha 1.37..1.37=beta
GitRepoVolumeDriver 1.33..1.37=deprecated
GracefulNodeShutdown 1.32..1.37=beta
GracefulNodeShutdownBasedOnPodPriority 1.32..1.37=beta
H2CContainerProbe 1.37..1.37=alpha
HPAConfigurableTolerance 1.33..1.34=alpha 1.35..1.36=beta 1.37..1.37=ga
HPAGeneration 1.37..1.37=beta
HPAOptimizedSelectorStore 1.37..1.37=beta
HPAScaleToZero 1.32..1.36=alpha 1.37..1.37=beta
HonorPVReclaimPolicy 1.32..1.32=beta 1.33..1.35=ga
HostnameOverride 1.34..1.34=alpha 1.35..1.36=beta 1.37..1.37=ga
HugepageAwareEviction 1.37..1.37=beta
ImageMaximumGCAge 1.32..1.34=beta 1.35..1.37=ga
ImageVolume 1.32..1.32=alpha 1.33..1.35=beta 1.36..1.37=ga
ImageVolumeWithDigest 1.36..1.37=alpha
InOrderInformers 1.33..1.35=beta 1.36..1.37=ga
InOrderInformersBatchProcess 1.35..1.37=beta
InPlacePodLevelResourcesVerticalScaling 1.35..1.35=alpha 1.36..1.37=beta
InPlacePodVerticalScaling 1.32..1.32=alpha 1.33..1.34=beta 1.35..1.37=ga
InPlacePodVerticalScalingAllocatedStatus 1.32..1.32=alpha 1.33..1.35=deprecated
InPlacePodVerticalScalingExclusiveCPUs 1.32..1.37=alpha
InPlacePodVerticalScalingExclusiveMemory 1.34..1.37=alpha
InPlacePodVerticalScalingInitContainers 1.36..1.36=beta 1.37..1.37=ga
InPlacePodVerticalScalingMemoryBackedVolumes 1.37..1.37=alpha
InPlacePodVerticalScalingSchedulerPreemption 1.37..1.37=alpha
InTreePluginPortworxUnregister 1.32..1.35=alpha
InformerResourceVersion 1.32..1.34=alpha 1.35..1.37=ga
InterPodAffinityHostnameFastPath 1.37..1.37=alpha
JobBackoffLimitPerIndex 1.32..1.32=beta 1.33..1.36=ga
JobManagedBy 1.32..1.34=beta 1.35..1.37=ga
JobPodFailurePolicy 1.32..1.32=ga
JobPodReplacementPolicy 1.32..1.33=beta 1.34..1.36=ga
JobSuccessPolicy 1.32..1.32=beta 1.33..1.36=ga
KMSv1 1.32..1.37=deprecated
KubeProxyDrainingTerminatingNodes 1.32..1.32=ga
KubeProxyIPVS 1.37..1.37=deprecated
KubeProxyNFTablesLocalhostNodePorts 1.37..1.37=alpha
KubeletAllocatedPodsEndpoint 1.37..1.37=alpha
KubeletCgroupDriverFromCRI 1.32..1.33=beta 1.34..1.37=ga
KubeletCrashLoopBackOffMax 1.32..1.34=alpha 1.35..1.37=beta
KubeletEnsureSecretPulledImages 1.33..1.34=alpha 1.35..1.37=beta
KubeletFineGrainedAuthz 1.32..1.32=alpha 1.33..1.35=beta 1.36..1.37=ga
KubeletInUserNamespace 1.32..1.36=alpha 1.37..1.37=beta
KubeletPSI 1.33..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
KubeletPodResourcesDynamicResources 1.32..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
KubeletPodResourcesGet 1.32..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
KubeletPodResourcesListUseActivePods 1.34..1.37=deprecated
KubeletRegistrationGetOnExistsOnly 1.32..1.37=deprecated
KubeletSeparateDiskGC 1.32..1.37=beta
KubeletServiceAccountTokenForCredentialProviders 1.33..1.33=alpha 1.34..1.37=beta
KubeletTracing 1.32..1.33=beta 1.34..1.37=ga
LegacySidecarContainers 1.33..1.33=deprecated
ListFromCacheSnapshot 1.33..1.33=alpha 1.34..1.37=beta
LoadBalancerIPMode 1.32..1.34=ga
LocalStorageCapacityIsolationFSQuotaMonitoring 1.32..1.37=beta
LogarithmicScaleDown 1.32..1.36=ga
LoggingAlphaOptions 1.32..1.37=alpha
LoggingBetaOptions 1.32..1.37=beta
ManifestBasedAdmissionControlConfig 1.36..1.36=alpha 1.37..1.37=beta
MatchLabelKeysInPodAffinity 1.32..1.32=beta 1.33..1.37=ga
MatchLabelKeysInPodTopologySpread 1.32..1.37=beta
MatchLabelKeysInPodTopologySpreadSelectorMerge 1.34..1.37=beta
MaxUnavailableStatefulSet 1.32..1.34=alpha 1.35..1.37=beta
MemoryManager 1.32..1.35=ga
MemoryQoS 1.32..1.36=alpha 1.37..1.37=beta
MultiCIDRServiceAllocator 1.32..1.32=beta 1.33..1.37=ga
MutableCSINodeAllocatableCount 1.33..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
MutablePVNodeAffinity 1.35..1.37=alpha
MutablePodResourcesForSuspendedJobs 1.35..1.35=alpha 1.36..1.37=beta
MutableSchedulingDirectivesForSuspendedJobs 1.35..1.35=alpha 1.36..1.37=beta
MutatingAdmissionPolicy 1.32..1.33=alpha 1.34..1.35=beta 1.36..1.37=ga
NFTablesNetlink 1.37..1.37=beta
NFTablesProxyMode 1.32..1.32=beta 1.33..1.37=ga
NativeHistograms 1.36..1.36=alpha 1.37..1.37=beta
NodeControllerLeaseCircuitBreaker 1.37..1.37=beta
NodeDeclaredFeatures 1.35..1.35=alpha 1.36..1.36=beta 1.37..1.37=ga
NodeInclusionPolicyInPodTopologySpread 1.32..1.32=beta 1.33..1.37=ga
NodeLifecycleConditions 1.37..1.37=alpha
NodeLogQuery 1.32..1.35=beta 1.36..1.37=ga
NodeSwap 1.32..1.33=beta 1.34..1.37=ga
NominatedNodeNameForExpectation 1.34..1.34=alpha 1.35..1.37=beta
OpenAPIEnums 1.32..1.37=beta
OpportunisticBatching 1.35..1.37=beta
OrderedNamespaceDeletion 1.33..1.33=beta 1.34..1.36=ga
PDBUnhealthyPodEvictionPolicy 1.32..1.32=ga
PLEGOnDemandRelist 1.36..1.36=beta 1.37..1.37=ga
PersistentVolumeClaimUnusedSinceTime 1.36..1.36=alpha 1.37..1.37=beta
PersistentVolumeLastPhaseTransitionTime 1.32..1.32=ga
PodAndContainerStatsFromCRI 1.32..1.36=alpha 1.37..1.37=beta
PodCertificateRequest 1.34..1.34=alpha 1.35..1.36=beta 1.37..1.37=ga
PodDeletionCost 1.32..1.37=beta
PodDisruptionConditions 1.32..1.33=ga
PodGroupPreemptionPolicy 1.37..1.37=alpha
PodIndexLabel 1.32..1.34=ga
PodLevelResourceManagers 1.36..1.36=alpha 1.37..1.37=beta
PodLevelResources 1.32..1.33=alpha 1.34..1.37=beta
PodLevelResourcesFixDefaulting 1.37..1.37=beta
PodLevelResourcesFixKubeletQOSClass 1.37..1.37=beta
PodLifecycleSleepAction 1.32..1.33=beta 1.34..1.36=ga
PodLifecycleSleepActionAllowZero 1.32..1.32=alpha 1.33..1.33=beta 1.34..1.36=ga
PodLogsQuerySplitStreams 1.32..1.37=alpha
PodObservedGenerationTracking 1.33..1.33=alpha 1.34..1.34=beta 1.35..1.37=ga
PodReadyToStartContainersCondition 1.32..1.36=beta 1.37..1.37=ga
PodSchedulingReadiness 1.32..1.37=ga
PodTopologyLabelsAdmission 1.33..1.34=alpha 1.35..1.37=beta
PodsAPI 1.36..1.36=alpha 1.37..1.37=beta
PortForwardWebsockets 1.32..1.37=beta
PreferSameTrafficDistribution 1.33..1.33=alpha 1.34..1.34=beta 1.35..1.37=ga
PreventStaticPodAPIReferences 1.34..1.36=beta
ProbeHostPodSecurityStandards 1.34..1.34=ga
ProcMountType 1.32..1.35=beta 1.36..1.37=ga
QOSReserved 1.32..1.37=alpha
RecoverVolumeExpansionFailure 1.32..1.33=beta 1.34..1.37=ga
RecursiveReadOnlyMounts 1.32..1.32=beta 1.33..1.37=ga
ReduceDefaultCrashLoopBackOffDecay 1.33..1.37=alpha
RelaxedDNSSearchValidation 1.32..1.32=alpha 1.33..1.33=beta 1.34..1.36=ga
RelaxedEnvironmentVariableValidation 1.32..1.33=beta 1.34..1.37=ga
RelaxedServiceNameValidation 1.34..1.35=alpha 1.36..1.36=beta 1.37..1.37=ga
ReloadKubeletClientCAFile 1.36..1.37=beta
ReloadKubeletServerCertificateFile 1.32..1.37=beta
RemainingItemCount 1.32..1.32=ga
RemoteRequestHeaderUID 1.32..1.32=alpha 1.33..1.37=beta
ResilientWatchCacheInitialization 1.32..1.33=beta 1.34..1.36=ga
ResourceHealthStatus 1.32..1.35=alpha 1.36..1.37=beta
ResourceHealthStatusMessage 1.36..1.37=beta
RestartAllContainersOnContainerExits 1.35..1.35=alpha 1.36..1.37=beta
RetryGenerateName 1.32..1.36=ga
RotateKubeletServerCertificate 1.32..1.37=beta
RuntimeClassInImageCriApi 1.32..1.37=alpha
SELinuxChangePolicy 1.32..1.32=alpha 1.33..1.35=beta 1.36..1.37=ga
SELinuxMount 1.32..1.32=alpha 1.33..1.36=beta 1.37..1.37=ga
SELinuxMountReadWriteOncePod 1.32..1.35=beta 1.36..1.37=ga
SchedulerAsyncAPICalls 1.34..1.37=beta
SchedulerAsyncPreemption 1.32..1.32=alpha 1.33..1.37=beta
SchedulerPopFromBackoffQ 1.33..1.37=beta
SchedulerPreQueueingHints 1.37..1.37=alpha
SchedulerQueueingHints 1.32..1.33=beta 1.34..1.36=ga
SeparateCacheWatchRPC 1.32..1.32=beta 1.33..1.37=deprecated
SeparateTaintEvictionController 1.32..1.33=beta 1.34..1.37=ga
ServiceAccountNodeAudienceRestriction 1.32..1.37=beta
ServiceAccountTokenJTI 1.32..1.37=ga
ServiceAccountTokenNodeBinding 1.32..1.32=beta 1.33..1.37=ga
ServiceAccountTokenNodeBindingValidation 1.32..1.37=ga
ServiceAccountTokenPodNodeInfo 1.32..1.37=ga
ServiceCIDRStatusFieldWiping 1.36..1.37=deprecated
ServiceTrafficDistribution 1.32..1.32=beta 1.33..1.35=ga
ShardedListAndWatch 1.36..1.37=alpha
SidecarContainers 1.32..1.32=beta 1.33..1.36=ga
SizeBasedListCostEstimate 1.34..1.37=beta
SizeMemoryBackedVolumes 1.32..1.34=ga
StaleControllerConsistencyDaemonSet 1.36..1.37=beta
StaleControllerConsistencyHPA 1.37..1.37=beta
StaleControllerConsistencyJob 1.36..1.37=beta
StaleControllerConsistencyReplicaSet 1.36..1.37=beta
StaleControllerConsistencyStatefulSet 1.36..1.37=beta
StatefulSetAutoDeletePVC 1.32..1.34=ga
StatefulSetRecreateStrategy 1.37..1.37=alpha
StatefulSetSemanticRevisionComparison 1.34..1.37=beta
StatefulSetStartOrdinal 1.32..1.33=ga
StorageCapacityScoring 1.33..1.36=alpha 1.37..1.37=beta
StorageNamespaceIndex 1.32..1.32=beta 1.33..1.37=deprecated
StorageVersionAPI 1.32..1.37=alpha
StorageVersionHash 1.32..1.37=beta
StorageVersionMigrator 1.32..1.34=alpha 1.35..1.36=beta 1.37..1.37=ga
StreamingCollectionEncodingToJSON 1.33..1.33=beta 1.34..1.36=ga
StreamingCollectionEncodingToProtobuf 1.33..1.33=beta 1.34..1.36=ga
StrictCostEnforcementForVAP 1.32..1.34=ga
StrictCostEnforcementForWebhooks 1.32..1.34=ga
StrictIPCIDRValidation 1.33..1.35=alpha 1.36..1.37=beta
StructuredAuthenticationConfiguration 1.32..1.33=beta 1.34..1.36=ga
StructuredAuthenticationConfigurationEgressSelector 1.34..1.37=beta
StructuredAuthenticationConfigurationJWKSMetrics 1.35..1.37=beta
StructuredAuthorizationConfiguration 1.32..1.35=ga
SupplementalGroupsPolicy 1.32..1.32=alpha 1.33..1.34=beta 1.35..1.37=ga
SystemdWatchdog 1.32..1.34=beta 1.35..1.37=ga
TaintTolerationComparisonOperators 1.35..1.37=alpha
TokenRequestServiceAccountUIDValidation 1.34..1.37=beta
TopologyAwareHints 1.32..1.32=beta 1.33..1.35=ga
TopologyAwareWorkloadScheduling 1.36..1.37=alpha
TopologyManagerPolicyAlphaOptions 1.32..1.37=alpha
TopologyManagerPolicyBetaOptions 1.32..1.37=beta
TopologyManagerPolicyOptions 1.32..1.37=ga
TranslateStreamCloseWebsocketRequests 1.32..1.37=beta
UnauthenticatedHTTP2DOSMitigation 1.32..1.37=beta
UnknownVersionInteroperabilityProxy 1.32..1.35=alpha 1.36..1.37=beta
UnlockWhileProcessingFIFO 1.36..1.37=beta
UserNamespacesHostNetworkSupport 1.35..1.37=alpha
UserNamespacesPodSecurityStandards 1.32..1.34=alpha
UserNamespacesSupport 1.32..1.35=beta 1.36..1.37=ga
VolumeAttributesClass 1.32..1.33=beta 1.34..1.37=ga
VolumeBindMountOptions 1.37..1.37=alpha
VolumeCapacityPriority 1.32..1.32=alpha
VolumeLimitScaling 1.35..1.36=alpha 1.37..1.37=beta
WatchBookmark 1.32..1.32=ga
WatchCacheInitializationPostStartHook 1.32..1.36=beta 1.37..1.37=ga
WatchFromStorageWithoutResourceVersion 1.32..1.32=beta 1.33..1.35=deprecated
WatchList 1.32..1.37=beta
WatchListClient 1.32..1.37=beta
WatchListCompression 1.37..1.37=beta
WebhookRoundTripLoadBalancing 1.37..1.37=beta
WinDSR 1.32..1.32=alpha 1.33..1.33=beta 1.34..1.37=ga
WinOverlay 1.32..1.33=beta 1.34..1.37=ga
WindowsCPUAndMemoryAffinity 1.32..1.37=alpha
WindowsGracefulNodeShutdown 1.32..1.33=alpha 1.34..1.37=beta
WindowsHostNetwork 1.32..1.32=alpha 1.33..1.37=deprecated
WorkloadAwarePreemption 1.36..1.36=alpha
WorkloadWithJob 1.36..1.37=alpha
`;
