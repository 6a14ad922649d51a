// A cloud-controller-manager as Kubernetes' cloud-provider library makes it, for a cloud that has nothing: what providers ship, but for the cloud.
package main

import (
	"os"

	"k8s.io/apimachinery/pkg/util/wait"
	cloudprovider "k8s.io/cloud-provider"
	"k8s.io/cloud-provider/app"
	"k8s.io/cloud-provider/app/config"
	"k8s.io/cloud-provider/fake"
	"k8s.io/cloud-provider/names"
	"k8s.io/cloud-provider/options"
	"k8s.io/component-base/cli"
	cliflag "k8s.io/component-base/cli/flag"
)

func main() {
	settings, err := options.NewCloudControllerManagerOptions()
	if err != nil {
		panic(err)
	}
	cloud := func(*config.CompletedConfig) cloudprovider.Interface { return &fake.Cloud{} }
	command := app.NewCloudControllerManagerCommand(settings, cloud, app.DefaultInitFuncConstructors, names.CCMControllerAliases(), cliflag.NamedFlagSets{}, wait.NeverStop)
	os.Exit(cli.Run(command))
}
