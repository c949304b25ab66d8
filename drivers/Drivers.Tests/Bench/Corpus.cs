using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Tests.Bench;

/// <summary>Good and bad bench files; "beyond-schema" holds those that are bad in a way no schema can say.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(RepositoryPaths.Tests, "Bench", "corpus");

    /// <summary>The lab's kinds; a test in Host.Tests holds the real ones against the benches and their schema.</summary>
    public static BenchKinds Kinds { get; } = new(
    [
        new("commander-display", "commander", ["Commander", "RubyCi", "Commander 16"]) { HasLine = true, HasBase = true },
        new("configuration-client", "commander", ["Configuration Client"]) { PluggedInto = ("commander", "commander-display") },
        new("pos-workstation", "commander", ["Topaz", "Ruby2", "C18"]) { HasBase = true, PluggedInto = ("commander", "commander-display") },
        new("router", "commander", ["Router"]) { PluggedInto = ("commander", "commander-display") },
        new("mail-server", "commander", ["Mail server"]),
        new("eftpos-terminal", "sci", ["EFTPOS terminal"]),
        new("sci-pos", "sci", ["Reference POS", "Reference POS with live key"]),
        new("payment-device", "smartconnect", ["Smartpay"]),
        new("register", "smartconnect", ["POS register"]),
        new("cas", "terminal-trust", ["CAS"]),
        new("kiosk-terminal", "terminal-trust", ["BATMThree", "BATMTwo", "BATMFour"]),
        new("macs-device", "access-control", ["Payment terminal"]),
    ]);

    public static IEnumerable<string> Files(string sort) =>
        Directory.GetFiles(Path.Combine(Folder, sort), "*.json").Order(StringComparer.Ordinal);

    /// <summary>The message of each bad file, as expected.txt has it: from the corpus folder on, with '/'.</summary>
    public static string[] Messages() => [.. Files("bad").Concat(Files("beyond-schema")).Select(Message)];

    public static string[] Expected() => File.ReadAllLines(Path.Combine(Folder, "expected.txt"));

    private static string Message(string file)
    {
        var message = Should.Throw<BenchFileException>(() => BenchFile.Read(file, Kinds), file).Message;
        var place = Path.GetRelativePath(Folder, file).Replace('\\', '/');
        return place + message[file.Length..];
    }
}
