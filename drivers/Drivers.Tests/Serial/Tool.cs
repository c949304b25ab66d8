using System.Diagnostics;

namespace PairingLab.Drivers.Serial;

/// <summary>A real program that a test needs, ended with it.</summary>
internal sealed class Tool : IDisposable
{
    private readonly Process _process;
    private bool _ended;

    private Tool(Process process) => _process = process;

    /// <summary>Skips the test, with the reason, where the program is not installed.</summary>
    public static string PathOrSkip(string name)
    {
        string[] folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin", "/bin"];
        var path = folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not installed here");
        return path!;
    }

    public static Tool Start(string path, params string[] arguments) => new(Process.Start(new ProcessStartInfo(path, arguments)
    {
        UseShellExecute = false,
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!);

    public static async Task<string> AskAsync(string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return answer;
    }

    public void Dispose()
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
