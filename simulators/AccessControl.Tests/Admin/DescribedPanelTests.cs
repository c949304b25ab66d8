using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>
/// Walks "Access Control Admin Panel" of the Access Control description from its first heading to its last one: each tab, filter, column
/// and parameter, letter by letter. What is missing on a page is missing here.
/// </summary>
public sealed class DescribedPanelTests(RoleHouse house) : IClassFixture<RoleHouse>
{
    private static readonly string[] Entry =
        ["Set the entry as free", "Number of free invitations", "Set the entry as paid", "Amount", "Currency",
            "Number of paid invitations"];

    [Fact]
    public void Tabs_of_the_description() =>
        Tabs.All.Select(t => t.Name).ShouldBe(["Users", "Rules", "Operations", "Enrolled cards", "Terms & Conditions", "Locations"]);

    [Fact]
    public void Roles_of_the_description() => RoleName.All.ShouldBe(["Admin", "User", "Service Provider", "Issuer", "Call Center"]);

    [Theory]
    [InlineData("/admin/users", "First name|Last name|Role|E-mail|Status")]
    [InlineData("/admin/operations", "Country of Location|Masked PAN|Date|Service|Status|Type")]
    [InlineData("/admin/cards", "Masked PAN|AREF|ICA|Product|Enrollment Date")]
    [InlineData("/admin/locations", "Location Name|Country code|Service|City|Address")]
    [InlineData("/admin/locations/WAW-2", "Terminal ID|Terminal Status")]
    [InlineData("/admin/rules", "Name|Description|Valid from|Valid to|Services|Validity|Modification date")]
    public async Task Columns(string page, string columns) =>
        PanelPage.Columns(await PageAsync(page)).Where(c => c != "Actions").ShouldBe(columns.Split('|'));

    [Theory]
    [InlineData("/admin/users", "First name|Last name|E-mail address")]
    [InlineData("/admin/rules", "Name|Country|Product Code|ICA|Services|Location|Validity")]
    [InlineData("/admin/operations", "Country of Location|BIN|Last 4 digits|Service|Status|Type|Date from|Date until")]
    [InlineData("/admin/cards", "BIN|Last 4 digits|AREF|Product|ICA|Created from|Created until")]
    [InlineData("/admin/locations", "Country code|Location Name|Service name")]
    public async Task Filters(string page, string filters)
    {
        var html = await PageAsync(page);
        PanelPage.Fields(html[..html.IndexOf("</form>", html.IndexOf("aria-label=\"Filters\"", StringComparison.Ordinal),
            StringComparison.Ordinal)]).ShouldBe(filters.Split('|'));
    }

    [Theory]
    [InlineData("/admin/users/new", "First name|Last name|E-mail address|Role")]
    [InlineData("/admin/locations/new",
        "Name|Country code|Service|Postal code|City|Address (optional)|Cooldown period in minutes (optional)")]
    [InlineData("/admin/locations/WAW-2", "ID")]
    [InlineData("/admin/operations", "Format|File")]
    [InlineData("/admin/operations/{o}", "Reversal Reason (optional)")]
    public async Task Parameters_to_fill_in(string page, string fields) => Shows(PanelPage.Fields(await PageAsync(page)), fields);

    [Theory]
    [InlineData("Rule", "Name|Description (optional)|Valid from|Valid to")]
    [InlineData("Country and product", "Country|Product Code|ICA|BIN ranges")]
    [InlineData("Rules", "Fast Line|Lounge|Total number of usage|Period of time in days")]
    [InlineData("Location rules", "Country|Chopin Lounge (POL, Lounge)|RPM ruleset")]
    [InlineData("Spend based control", "Amount|Currency|Period of time (in days)|MCC ID|Grace period (in days)")]
    public async Task Parameters_of_a_rule(string group, string fields) => await GroupAsync(group, fields.Split('|'));

    [Fact]
    public async Task Cardholder_entry_cost() =>
        await GroupAsync("Cardholder entry cost",
            [.. Entry, "Unlimited free invitations", "Unlimited paid invitations", "Period of time in days",
                "Number of usage per each location"]);

    [Fact]
    public async Task Adult_guests() => await GroupAsync("Adult guests", [.. Entry, "Number of guests per flight"]);

    [Fact]
    public async Task Children_guests() =>
        await GroupAsync("Children guests", [.. Entry, "Number of guests per flight", "Free entry for children under X years of age"]);

    /// <summary>A currency stands with its amount.</summary>
    [Fact]
    public async Task Rule_details() => Shows(
        PanelPage.Parameters(await PageAsync("/admin/rules/1")),
        "Ruleset ID|Created by|Creation date|Modified by|Modification date|Name|Description|Valid from|Valid to|Country|Product Code|ICA"
        + "|BIN ranges|Services|Total number of usage|Period of time in days|Location|RPM ruleset|Amount|Number of usage per each location"
        + "|Number of free invitations|Number of paid invitations|Number of guests per flight");

    [Fact]
    public async Task Operation_details() => Shows(
        PanelPage.Parameters(await PageAsync("/admin/operations/{o}")),
        "Product|Terminal|Reject error code|Card auth response code|ICA ID|ICA name|Last change date|Requested date|Payment|Reversed by"
        + "|Reversed at|Reversed reason|Paid cardholder|Free adult guests|Paid adult guests|Free children guests|Paid children guests"
        + "|Country of Location|Masked PAN|Date|Service|Status|Type");

    [Fact]
    public async Task Operations_offer_Show_rule_and_Show_transactions()
    {
        var html = await PageAsync("/admin/operations/{o}");
        html.ShouldContain(">Show rule</a>");
        html.ShouldContain(">Show transactions</a>");
    }

    [Fact]
    public async Task Enrolled_card_details()
    {
        var html = await PageAsync($"/admin/cards/{house.Card}");
        PanelPage.Parameters(html)
            .ShouldBe(["Masked PAN", "AREF", "ICA", "Product", "Enrollment Date", "HASH", "Number of free visits",
                "Number of paid visits"]);
        html.ShouldContain(">Show rule</a>");
    }

    [Fact]
    public async Task Location_details() =>
        PanelPage.Parameters(await PageAsync("/admin/locations/WAW-2"))
        .ShouldBe(["Name", "Country code", "Service", "Postal code", "City", "Address", "Cooldown period in minutes"]);

    [Fact]
    public async Task A_location_offers_the_pairing_code_of_a_terminal_that_is_not_paired_and_only_of_that()
    {
        var unpaired = await PageAsync("/admin/locations/WAW-1");
        unpaired.ShouldContain("NOT PAIRED");
        unpaired.ShouldContain(">Get Pairing Code</button>");
        var paired = await PageAsync("/admin/locations/WAW-2");
        paired.ShouldContain(">PAIRED<");
        paired.ShouldNotContain(">Get Pairing Code</button>");
    }

    [Theory]
    [InlineData("/admin/cards/export",
        "Masked PAN,HASH,AREF,ICA,Issuer name,Product code,Enrollment date,Available free entries,Available paid entries,Ruleset ID")]
    [InlineData("/admin/operations/export?format=summary", "Country of Location,Masked PAN,Date,Service,Status,Type")]
    [InlineData("/admin/operations/export?format=detailed",
        "Country of Location,Masked PAN,Date,Service,Status,Type,Product,Terminal,Reject error code,Card auth response code,ICA ID,"
        + "ICA name,Last change date,Requested date,Payment,Reversed by,Reversed at,Reversed reason,Paid cardholder,Free adult guests,"
        + "Paid adult guests,Free children guests,Paid children guests,Ruleset ID,Location,Operation ID,Entry date")]
    public async Task Columns_of_a_report(string address, string columns) =>
        (await PageAsync(address)).TrimStart('\uFEFF').Split("\r\n")[0].ShouldBe(columns);

    [Fact]
    public async Task Choices()
    {
        var operations = await PageAsync("/admin/operations");
        foreach (var choice in new[] { "COMPLETED", "REVERSED", "Fast Line", "Lounge", "Summary", "Detailed" })
        {
            operations.ShouldContain($">{choice}</option>");
        }

        var terms = await PageAsync("/admin/terms/new");
        terms.ShouldContain(">Terms and Conditions</option>");
        terms.ShouldContain(">Privacy Policy</option>");
    }

    private static void Shows(IReadOnlyList<string> seen, string wanted) =>
        wanted.Split('|').Except(seen).ShouldBeEmpty($"the page has: {string.Join(", ", seen)}");

    private async Task GroupAsync(string group, IReadOnlyList<string> fields) =>
        fields.Except(PanelPage.FieldsOf(await PageAsync("/admin/rules/new"), group)).ShouldBeEmpty(group);

    private Task<string> PageAsync(string page) =>
        house.Of(UserRole.Admin).TextAsync(page.Replace("{o}", house.Operation, StringComparison.Ordinal));
}
