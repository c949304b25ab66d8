using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Kernel.Network;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Certify;

/// <summary>The POS of a certification, with what it takes to reach it.</summary>
internal sealed class CertifiedPos : IAsyncDisposable
{
    private readonly ApiServer? files;

    private CertifiedPos(ICertifiedPos pos, DeviceReality reality, ApiServer? files)
    {
        Pos = pos;
        Reality = reality;
        this.files = files;
    }

    /// <summary>The POS.</summary>
    public ICertifiedPos Pos { get; }

    /// <summary>What it is.</summary>
    public DeviceReality Reality { get; }

    /// <summary>Reaches a POS as its description says.</summary>
    public static async Task<CertifiedPos> OpenAsync(CertifyOptions options, CertificationSite site, LabBrowser? browser, IOperatorDesk? desk, Journal journal, CancellationToken cancel)
    {
        var description = options.Description;
        switch (description.Is)
        {
            case PosWay.Operator:
                return new(new AskedPos(desk!, (question, answer) => journal.Note($"asked: {question} — {answer}")), DeviceReality.Operator, null);
            case PosWay.Simulated:
                return new(new WebPos(description, () => browser!.Session(), site.NewPosAsync, site.RestartPosAsync), DeviceReality.Simulated, null);
            case PosWay.Files when options.Pos is null:
                var page = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(options.DescriptionFile))!, description.Page!.Split('?')[0]);
                var query = description.Page.Contains('?', StringComparison.Ordinal) ? description.Page[description.Page.IndexOf('?', StringComparison.Ordinal)..] : "";
                var server = await PageFiles.ServeAsync(Path.GetDirectoryName(page)!, site, cancel).ConfigureAwait(false);
                return new(Web(description, browser!, new($"{server.Address}/{Path.GetFileName(page)}{query}")), DeviceReality.Real, server);
            default:
                return new(Web(description, browser!, options.Pos ?? new(description.Page!)), DeviceReality.Real, null);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Pos is IAsyncDisposable open)
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }

        if (files is not null)
        {
            await files.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static WebPos Web(PosDescription description, LabBrowser browser, Uri address) =>
        new(description, () => browser.Session(), () => Task.FromResult(address), () => Task.CompletedTask);
}
