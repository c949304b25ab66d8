using PairingLab.Host.Site;
using PairingLab.Kernel.Time;

namespace PairingLab.Host.Commands;

/// <summary>Serves one site and says where everything is.</summary>
public sealed class SiteHost(LabConsole console)
{
    /// <summary>Serves until interrupted.</summary>
    public async Task<int> ServeAsync(HostOptions options, CancellationToken interrupted)
    {
        options.Check();
        await using var site = await LabSite.StartAsync(SiteOf(options), interrupted);
        Describe(site, options);
        await UntilAsync(interrupted);
        console.Say("stopping");
        return ExitCode.Passed;
    }

    private static SiteOptions SiteOf(HostOptions options)
    {
        var devices = options.BenchFile is { } file ? HostedBench.Of(CheckedBench.Read(file)) : PairingSystems.BuiltIn.Sample;
        return devices.Only(options.Systems) with
        {
            Port = options.Port,
            PortBase = options.PortBase,
            Certificate = options.Certificate,
            PlaysThirdParties = true,
            Address = options.Address,
            Token = options.Token,
            Seed = options.Seed,
            DataFolder = options.Data is { } folder ? Path.GetFullPath(folder) : null,
            Stepped = options.Clock is { } clock ? clock == "stepped" : devices.Stepped,
        };
    }

    private void Describe(LabSite site, HostOptions options)
    {
        console.Say($"bench page  {PageOf(site, options)}");
        console.Say($"directory   {site.Address}/lab/directory (every address, and the credentials of each system)");
        console.Say($"https       on the same ports; {site.Address}/lab/ca.pem is whom clients trust");
        foreach (var device in site.Devices.All.Where(d => d.Line is not null))
        {
            console.Say($"serial      {device.Line} ({device.Info.Id})");
        }

        console.Say($"clock       {(site.Clock is SteppedClock ? "stepped: POST /lab/clock {\"advance\":\"00:01:00\"}" : "real")}");
        console.Say($"data        {options.Data ?? "in memory only; --data DIR keeps it"}");
        if (options.Seed is { } seed)
        {
            console.Say($"seed        {seed}: the same codes at every start, so that anybody can know them");
        }

        if (string.Join(", ", site.KnownPasswords) is { Length: > 0 } known)
        {
            console.Say(
                $"passwords   the same in every lab: {known}; \"settings\" of a bench file change them (--bench, docs/settings.md)");
        }

        if (options.Token is not null)
        {
            console.Say("token       send it to /lab as Authorization: Bearer <token>");
        }

        if (options.IsOpenToOthers)
        {
            console.Say(
                "network     plain HTTP: who listens on the way reads the token and all answers; "
                + $"use a network that you trust, or a reverse proxy with TLS before {site.Address}");
        }

        console.Say("Ctrl-C stops it");
    }

    /// <summary>
    /// The page as a person of this machine opens it: a click in the terminal is enough. A file or a program that reads the output, a log
    /// of a service say, does not get the token.
    /// </summary>
    private string PageOf(LabSite site, HostOptions options) =>
        site.Address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal)
            .Replace("//[::]:", "//[::1]:", StringComparison.Ordinal)
            + (options.Token is { } token && console.IsWatched ? $"/?token={Uri.EscapeDataString(token)}" : "/");

    private static async Task UntilAsync(CancellationToken interrupted)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = interrupted.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}
