namespace PairingLab.Drivers.Serial;

/// <summary>The real ser2net, serving a terminal as it would serve a cable.</summary>
internal static class Ser2Net
{
    /// <summary>Starts it; skips the test where it is not installed.</summary>
    /// <param name="scratch">Where its configuration is written.</param>
    /// <param name="terminal">The terminal's path.</param>
    /// <param name="port">The port of 127.0.0.1 that it listens on, soon.</param>
    /// <param name="protocol">"tcp", or "telnet(rfc2217),tcp".</param>
    public static async Task<Tool> StartAsync(Scratch scratch, string terminal, int port, string protocol = "tcp")
    {
        var program = Tool.PathOrSkip("ser2net");
        var config = scratch.Path("ser2net.yaml");
        await File.WriteAllTextAsync(
            config,
            $"""
            connection: &display
              accepter: {protocol},127.0.0.1,{port}
              connector: serialdev,{terminal},9600n81,local

            """);
        return Tool.Start(program, "-n", "-u", "-c", config);
    }
}
