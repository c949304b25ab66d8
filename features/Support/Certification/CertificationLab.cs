using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Operator;
using PairingLab.Kernel.Network;

namespace PairingLab.Features.Support.Certification;

/// <summary>The composition root of a certification: the lab's side, and the POS, reached as its description says.</summary>
public sealed class CertificationLab : IAsyncDisposable
{
    private readonly ApiServer? files;
    private readonly PosOutside? outside;

    private CertificationLab(
        (PosDescription Of, PosCapabilities Declared) what, CertificationSite site, ICertifiedPos pos, ApiServer? files,
        PosOutside? outside)
    {
        this.outside = outside;
        (Description, Capabilities) = what;
        Site = site;
        Pos = pos;
        this.files = files;
    }

    /// <summary>What the POS is.</summary>
    public PosDescription Description { get; }

    /// <summary>What its maker declares.</summary>
    public PosCapabilities Capabilities { get; }

    /// <summary>SCI and the terminals.</summary>
    public CertificationSite Site { get; }

    /// <summary>The POS.</summary>
    public ICertifiedPos Pos { get; }

    /// <summary>Sets it up.</summary>
    /// <param name="target">Which POS.</param>
    /// <param name="browser">The browser of the run; not asked for when a person works the POS.</param>
    /// <param name="desk">Where a person is asked; null when there is none.</param>
    /// <param name="attested">Told of each question and its answer.</param>
    public static async Task<CertificationLab> OpenAsync(
        CertificationTarget target, Func<Task<LabBrowser>> browser, IOperatorDesk? desk, Action<string, string> attested)
    {
        var description = PosDescriptionFile.Read(target.Description);
        var declared = target.CapabilitiesFile(description) is { } file ? PosCapabilities.Read(file) : PosCapabilities.Least;
        var what = (description, declared);
        var site = await CertificationSite.StartAsync(target.Data, stepped: description.Is == PosWay.Simulated);
        if (desk is not null)
        {
            await desk.AskAsync(new(
                "pos",
                QuestionKind.Do,
                $"Set the POS to the pairing service {site.PairingService} and to the credentials at {site.Address}/lab/directory."));
        }

        switch (description.Is)
        {
            case PosWay.Operator:
                var person = desk
                    ?? throw new InvalidOperationException("nobody is there to work the POS: start this with run-lab certify");
                var patience = TimeSpan.FromSeconds(description.PatienceSeconds);
                return new(what, site, new OperatorPos(person, attested, patience), null, null);
            case PosWay.Simulated:
                return new(what, site, await PosAsync(site, new LabPosClock(site.Clock)), null, null);
            case PosWay.Files when target.Pos is null:
                var (path, query) = description.Page!.Split('?') is [var bare, var asked] ? (bare, $"?{asked}") : (description.Page, "");
                var page = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target.Description))!, path);
                var server = await PageFiles.ServeAsync(Path.GetDirectoryName(page)!, site);
                var served = new PosOutside(description, new($"{server.Address}/{Path.GetFileName(page)}{query}"), desk);
                return new(what, site, await PosAsync(served), server, served);
            default:
                var web = new PosOutside(description, target.Pos ?? new(description.Page!), desk);
                return new(what, site, await PosAsync(web), null, web);
        }

        async Task<WebPos> PosAsync(IPosOutside around, IPosClock? clock = null)
        {
            var opened = await browser();
            return new(description, () => opened.Session(), around, clock);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Pos is IAsyncDisposable open)
        {
            await open.DisposeAsync();
        }

        outside?.Dispose();
        if (files is not null)
        {
            await files.DisposeAsync();
        }

        await Site.DisposeAsync();
    }
}
