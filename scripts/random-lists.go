// Writes lists of every kind that kubevet reads with random fields, as Go's own types encode them, in both encodings:
// KIND.json.gz and KIND.pb.gz, the fixtures of test/src/shapes. Needed again when a new minor of Kubernetes is out:
//
//	mkdir /tmp/lists && cp scripts/random-lists.go /tmp/lists/main.go && cd /tmp/lists
//	go mod init lists && go get k8s.io/{api,apiextensions-apiserver,kube-aggregator}@v0.37.2 && go mod tidy
//	go run . .../test/src/shapes/random
package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"time"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	certificatesv1 "k8s.io/api/certificates/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	flowcontrolv1 "k8s.io/api/flowcontrol/v1"
	networkingv1 "k8s.io/api/networking/v1"
	nodev1 "k8s.io/api/node/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	extensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer/protobuf"
	"k8s.io/apimachinery/pkg/util/intstr"
	registrationv1 "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

var r = rand.New(rand.NewSource(1))

// Names that some values are kept for, and others that they are not.
var names = []string{"ETCD_CERT_FILE", "ETCD_NAME", "ETCD_ROOT_PASSWORD", "PASSWORD"}

var keys = []string{"__proto__", "a/b", "constructor", "kubectl.kubernetes.io/last-applied-configuration", "kubernetes.io/config.source", "k3s.io/node-args"}

func str() string {
	switch r.Intn(6) {
	case 0:
		return ""
	case 1:
		return "ünï-" + strconv.Itoa(r.Intn(99)) + "-日本"
	}
	return "s" + strconv.Itoa(r.Intn(99999))
}
func fill(v reflect.Value, depth int, density int) {
	t := v.Type()
	switch t {
	case reflect.TypeOf(metav1.Time{}):
		if r.Intn(3) > 0 {
			v.Set(reflect.ValueOf(metav1.Unix(int64(r.Intn(2000000000)), 0)))
		}
		return
	case reflect.TypeOf(metav1.FieldsV1{}):
		v.Set(reflect.ValueOf(metav1.FieldsV1{Raw: []byte("{}")}))
		return
	case reflect.TypeOf(metav1.MicroTime{}):
		if r.Intn(3) > 0 {
			v.Set(reflect.ValueOf(metav1.MicroTime{Time: time.Unix(int64(r.Intn(2000000000)), int64(r.Intn(1000000))*1000).UTC()}))
		}
		return
	case reflect.TypeOf(resource.Quantity{}):
		v.Set(reflect.ValueOf(resource.MustParse(strconv.Itoa(r.Intn(5000)) + []string{"", "m", "Mi", "k"}[r.Intn(4)])))
		return
	case reflect.TypeOf(intstr.IntOrString{}):
		if r.Intn(2) == 0 {
			v.Set(reflect.ValueOf(intstr.FromInt32(int32(r.Intn(70000) - 100))))
		} else {
			v.Set(reflect.ValueOf(intstr.FromString(str())))
		}
		return
	case reflect.TypeOf(metav1.TypeMeta{}), reflect.TypeOf(extensionsv1.JSONSchemaProps{}):
		return
	}
	if r.Intn(100) >= density {
		return
	}
	switch t.Kind() {
	case reflect.Pointer:
		if depth > 14 {
			return
		}
		v.Set(reflect.New(t.Elem()))
		fill(v.Elem(), depth+1, density)
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			if t.Field(i).IsExported() {
				fill(v.Field(i), depth+1, density)
			}
		}
		if variable, ok := v.Addr().Interface().(*corev1.EnvVar); ok && r.Intn(2) == 0 {
			variable.Name = names[r.Intn(len(names))]
		}
	case reflect.Slice:
		n := r.Intn(3)
		if depth > 14 {
			n = 0
		}
		s := reflect.MakeSlice(t, n, n)
		for i := 0; i < n; i++ {
			fill(s.Index(i), depth+1, density)
		}
		v.Set(s)
	case reflect.Map:
		n := r.Intn(3)
		m := reflect.MakeMap(t)
		for i := 0; i < n; i++ {
			k := reflect.New(t.Key()).Elem()
			k.SetString(append(keys, "k"+strconv.Itoa(r.Intn(99)))[r.Intn(len(keys)+1)])
			e := reflect.New(t.Elem()).Elem()
			fill(e, depth+1, density)
			m.SetMapIndex(k, e)
		}
		v.Set(m)
	case reflect.String:
		v.SetString(str())
	case reflect.Bool:
		v.SetBool(r.Intn(2) == 0)
	case reflect.Int32:
		v.SetInt([]int64{0, 1, -1, 420, 2147483647, -2147483648}[r.Intn(6)])
	case reflect.Int64:
		v.SetInt([]int64{0, 1, -1, 65534, 4294967296, 9007199254740993, -9223372036854775808, 9223372036854775807}[r.Intn(8)])
	case reflect.Uint8:
		v.SetUint(uint64(r.Intn(256)))
	}
}

func write(kind, groupVersion string, count int, list runtime.Object) {
	items := reflect.ValueOf(list).Elem().FieldByName("Items")
	s := reflect.MakeSlice(items.Type(), count, count)
	for i := 0; i < count; i++ {
		fill(s.Index(i), 0, []int{60, 75, 90, 97}[i%4])
	}
	items.Set(s)
	typeMeta := reflect.ValueOf(list).Elem().FieldByName("TypeMeta").Addr().Interface().(*metav1.TypeMeta)
	typeMeta.Kind, typeMeta.APIVersion = kind+"List", groupVersion
	text, err := json.Marshal(list)
	if err != nil {
		panic(err)
	}
	var binary bytes.Buffer
	if err := protobuf.NewSerializer(nil, nil).Encode(list, &binary); err != nil {
		panic(err)
	}
	store(kind+".json.gz", text)
	store(kind+".pb.gz", binary.Bytes())
}

func store(name string, content []byte) {
	var packed bytes.Buffer
	writer, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		panic(err)
	}
	writer.Write(content)
	writer.Close()
	if err := os.WriteFile(filepath.Join(os.Args[1], name), packed.Bytes(), 0o644); err != nil {
		panic(err)
	}
}

func main() {
	if err := os.MkdirAll(os.Args[1], 0o755); err != nil {
		panic(err)
	}
	write("Pod", "v1", 80, &corev1.PodList{})
	write("Node", "v1", 40, &corev1.NodeList{})
	write("Namespace", "v1", 20, &corev1.NamespaceList{})
	write("ServiceAccount", "v1", 40, &corev1.ServiceAccountList{})
	write("ConfigMap", "v1", 40, &corev1.ConfigMapList{})
	write("Role", "rbac.authorization.k8s.io/v1", 40, &rbacv1.RoleList{})
	write("RoleBinding", "rbac.authorization.k8s.io/v1", 40, &rbacv1.RoleBindingList{})
	write("ClusterRole", "rbac.authorization.k8s.io/v1", 40, &rbacv1.ClusterRoleList{})
	write("ClusterRoleBinding", "rbac.authorization.k8s.io/v1", 40, &rbacv1.ClusterRoleBindingList{})
	write("Deployment", "apps/v1", 8, &appsv1.DeploymentList{})
	write("DaemonSet", "apps/v1", 8, &appsv1.DaemonSetList{})
	write("StatefulSet", "apps/v1", 8, &appsv1.StatefulSetList{})
	write("ReplicaSet", "apps/v1", 8, &appsv1.ReplicaSetList{})
	write("Job", "batch/v1", 8, &batchv1.JobList{})
	write("CronJob", "batch/v1", 12, &batchv1.CronJobList{})
	write("NetworkPolicy", "networking.k8s.io/v1", 60, &networkingv1.NetworkPolicyList{})
	write("PartialObjectMetadata", "meta.k8s.io/v1", 40, &metav1.PartialObjectMetadataList{})
	write("Service", "v1", 40, &corev1.ServiceList{})
	write("ValidatingWebhookConfiguration", "admissionregistration.k8s.io/v1", 20, &admissionv1.ValidatingWebhookConfigurationList{})
	write("MutatingWebhookConfiguration", "admissionregistration.k8s.io/v1", 20, &admissionv1.MutatingWebhookConfigurationList{})
	write("ValidatingAdmissionPolicy", "admissionregistration.k8s.io/v1", 40, &admissionv1.ValidatingAdmissionPolicyList{})
	write("ValidatingAdmissionPolicyBinding", "admissionregistration.k8s.io/v1", 40, &admissionv1.ValidatingAdmissionPolicyBindingList{})
	write("APIService", "apiregistration.k8s.io/v1", 40, &registrationv1.APIServiceList{})
	write("CustomResourceDefinition", "apiextensions.k8s.io/v1", 20, &extensionsv1.CustomResourceDefinitionList{})
	write("FlowSchema", "flowcontrol.apiserver.k8s.io/v1", 40, &flowcontrolv1.FlowSchemaList{})
	write("CertificateSigningRequest", "certificates.k8s.io/v1", 40, &certificatesv1.CertificateSigningRequestList{})
	write("Lease", "coordination.k8s.io/v1", 40, &coordinationv1.LeaseList{})
	write("RuntimeClass", "node.k8s.io/v1", 20, &nodev1.RuntimeClassList{})
}
