import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Runs one OpenSearch node until its standard input ends. Arguments: data folder, HTTP port. */
public class OpenSearchForTests {
    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[1]);
            settings.put("transport.port", "0");
            settings.put("discovery.type", "single-node");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        }).build(OpenSearchRunner.newConfigs().basePath(arguments[0]).numOfNode(1).clusterName("efi-test"));
        runner.ensureYellow();
        System.out.println("READY");
        // The parent holds the other end: when it dies, this process ends too.
        System.in.readAllBytes();
        runner.close();
        runner.clean();
    }
}
