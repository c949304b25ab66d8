using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Admin.Reports;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The report of enrolled cards.</summary>
public abstract class CardReportTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync() => macs = await RunningMacs.StartAsync(null, Open(), "SN-2");

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1203)]
    public async Task Every_card_is_in_it_once(int cards)
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        var now = macs.Now;
        await macs.Database.RunAsync(s => Enumerable.Range(0, cards).Sum(i => s.Execute(
            "insert into cards (pan_hash, masked_pan, aref, ica, product, enrolled_at) "
            + "values (@hash, '543210******1234', @aref, '1234', 'MCG', @at)",
            new { hash = $"{i:x64}", aref = $"A-{i}", at = now.AddSeconds(i / 3) })));
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        var lines = (await client.TextAsync("/admin/cards/export")).TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe(
            "Masked PAN,HASH,AREF,ICA,Issuer name,Product code,Enrollment date,Available free entries,Available paid entries,Ruleset ID");
        lines.Skip(1).Select(l => l.Split(',')[2]).Order().ShouldBe(Enumerable.Range(0, cards).Select(i => $"A-{i}").Order());
    }

    [Fact]
    public async Task What_a_card_may_still_do_is_in_it()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        await macs.EnterAsync("SN-2");
        await macs.Database.RunAsync(s => s.Execute("update cards set aref = 'A-1', ica = '1234', product = 'MCG', enrolled_at = 0"));
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        (await client.TextAsync("/admin/cards/export")).ShouldEndWith(",A-1,1234,Alpha Bank,MCG,1970-01-01T00:00:00Z,1,0,1\r\n");
    }

    [Fact]
    public async Task As_a_spreadsheet_it_has_the_same_cards()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        await macs.EnterAsync("SN-2");
        await macs.Database.RunAsync(s => s.Execute("update cards set aref = 'A-1', ica = '1234', product = 'MCG', enrolled_at = 0"));
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Issuer);
        using var answer = await client.GetAsync("/admin/cards/export?as=xlsx");
        var sheet = Sheet.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        sheet.Errors.ShouldBeEmpty();
        sheet.Rows.Count.ShouldBe(2);
        sheet.Rows[1].Skip(2).Select(c => c.CellValue!.Text).ShouldBe(["A-1", "1234", "Alpha Bank", "MCG", "25569", "1", "0", "1"]);
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}
