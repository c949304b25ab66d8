using System.Net;
using System.Runtime.CompilerServices;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>Every cell of role × action, by request and by page; ROLES.md is the table that both are held against.</summary>
public sealed class RoleRightsTests(RoleHouse house) : IClassFixture<RoleHouse>
{
    private static readonly Dictionary<AdminAction, (string Request, string Page, string Offer)> Actions = new()
    {
        [AdminAction.SeeUsers] = ("GET /admin/users", "/admin/terms", "href=\"/admin/users\""),
        [AdminAction.ManageUsers] = ("POST /admin/users/new", "/admin/users", "href=\"/admin/users/new\""),
        [AdminAction.SeeRules] = ("GET /admin/rules", "/admin/terms", "href=\"/admin/rules\""),
        [AdminAction.ManageRules] = ("POST /admin/rules/new", "/admin/rules", "href=\"/admin/rules/new\""),
        [AdminAction.ManageTables] = ("GET /admin/tables/bins", "/admin/rules", "href=\"/admin/tables/bins\""),
        [AdminAction.SeeOperations] = ("GET /admin/operations", "/admin/terms", "href=\"/admin/operations\""),
        [AdminAction.ShowRule] = ("GET /admin/operations/{o}/rule", "/admin/operations/{o}", "/rule\""),
        [AdminAction.ShowTransactions] = ("GET /admin/operations/{o}/transactions", "/admin/operations/{o}", "/transactions\""),
        [AdminAction.ReverseOperation] = ("POST /admin/operations/none/reverse", "/admin/operations/{o}", "/reverse\""),
        [AdminAction.ExportOperations] = ("GET /admin/operations/export", "/admin/operations", "/admin/operations/export\""),
        [AdminAction.SeeCards] = ("GET /admin/cards", "/admin/terms", "href=\"/admin/cards\""),
        [AdminAction.ExportCards] = ("GET /admin/cards/export", "/admin/cards", "/admin/cards/export\""),
        [AdminAction.ManageCards] = ("POST /admin/cards/{c}/reactivate", "/admin/cards/{c}", "/verify\""),
        [AdminAction.SeeTerms] = ("GET /admin/terms", "/admin/terms", "href=\"/admin/terms\""),
        [AdminAction.ManageTerms] = ("POST /admin/terms/new", "/admin/terms", "href=\"/admin/terms/new\""),
        [AdminAction.SeeLocations] = ("GET /admin/locations", "/admin/terms", "href=\"/admin/locations\""),
        [AdminAction.ManageLocations] = ("POST /admin/locations/new", "/admin/locations", "href=\"/admin/locations/new\""),
        [AdminAction.ManageTerminals] = ("POST /admin/locations/WAW-1/terminals", "/admin/locations/WAW-1", "/terminals\""),
        [AdminAction.GetPairingCode] = ("POST /admin/locations/WAW-1/terminals/SN-1/code", "/admin/locations/WAW-1", "/code\""),
    };

    public static TheoryData<UserRole, AdminAction, bool> Cells
    {
        get
        {
            var cells = new TheoryData<UserRole, AdminAction, bool>();
            foreach (var line in Table().Skip(2))
            {
                var row = line.Split('|', StringSplitOptions.TrimEntries)[1..^1];
                foreach (var (role, i) in Enum.GetValues<UserRole>().Select((r, i) => (r, i)))
                {
                    cells.Add(role, Enum.Parse<AdminAction>(row[0]), row[i + 2] == "yes");
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Every_action_is_in_the_table() =>
        Table().Skip(2).Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1]).ShouldBe(Enum.GetNames<AdminAction>());

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_code_says_what_the_table_says(UserRole role, AdminAction action, bool may) =>
        RoleRights.May(role, action).ShouldBe(may);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task By_request(UserRole role, AdminAction action, bool may)
    {
        var request = Address(Actions[action].Request).Split(' ');
        var answer = request[0] == "GET" ? await house.Of(role).GetAsync(request[1]) : await house.Of(role).PostAsync(request[1]);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        (answer.StatusCode != HttpStatusCode.Forbidden).ShouldBe(may, $"{answer.StatusCode}");
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task By_page(UserRole role, AdminAction action, bool may)
    {
        var (_, page, offer) = Actions[action];
        (await house.Of(role).TextAsync(Address(page)))
            .Contains(offer, StringComparison.Ordinal).ShouldBe(may);
    }

    private string Address(string pattern) => pattern.Replace("{o}", house.Operation, StringComparison.Ordinal)
        .Replace("{c}", house.Card, StringComparison.Ordinal);

    private static string[] Table([CallerFilePath] string here = "") =>
        [.. File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "AccessControl", "Admin", "Rights", "ROLES.md"))
            .Where(l => l.StartsWith('|'))];
}
