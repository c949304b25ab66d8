namespace PairingLab.Features.AccessControl;

/// <summary>Steps about the reversal of entries.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class ReversalSteps(MacsSite site)
{
    private string? refusal;

    [Given(@"^an Admin has reversed ([A-Z][a-z]+)'s latest entry$")]
    [When(@"^an Admin reverses ([A-Z][a-z]+)'s latest entry$")]
    public async Task AnAdminReverses(string name) => (await ReverseAsync(name, "admin")).ShouldBeNull();

    [When(@"^a Service Provider reverses ([A-Z][a-z]+)'s latest entry$")]
    public async Task AServiceProviderReverses(string name) => (await ReverseAsync(name, "serviceProvider")).ShouldBeNull();

    [When(@"^an? (Admin|Service Provider|User|Issuer|Call Center) tries to reverse ([A-Z][a-z]+)'s latest entry$")]
    public async Task TriesToReverse(string role, string name) =>
        refusal = await ReverseAsync(name, char.ToLowerInvariant(role[0]) + role[1..].Replace(" ", "", StringComparison.Ordinal));

    [Then(@"^the reversal is refused with (\w+)$")]
    public void IsRefused(string code) => refusal.ShouldBe(code);

    private async Task<string?> ReverseAsync(string name, string role) =>
        await site.Admin.ReverseAsync(
            (await site.OperationsAsync(name))[0]["id"]!.GetValue<string>(),
            $"{role}@macs.example",
            role,
            "entered by mistake");
}
