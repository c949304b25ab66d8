namespace PairingLab.Features.SmartConnect;

/// <summary>What is there when a scenario of SmartConnect begins.</summary>
[Binding]
[Scope(Tag = "smartconnect")]
public sealed class SmartConnectSiteSteps(SmartConnectSite site)
{
    [Given(@"^a SmartConnect site$")]
    public Task ASite() => site.Bench.StartAsync();

    [Given(@"^a SmartConnect site where a busy device refuses payments$")]
    public Task ARefusingSite()
    {
        site.Bench.Set("smartconnect", "refuseWhenBusy", "true");
        return site.Bench.StartAsync();
    }

    [Given(@"^a SmartConnect site that demands the name of a register$")]
    public Task AStrictSite()
    {
        site.Bench.Set("smartconnect", "registerNameRequired", "true");
        return site.Bench.StartAsync();
    }

    [Given(@"^a SmartConnect site whose devices lack (\S+)$")]
    public Task ALackingSite(string type) => StartWithAsync("devicesLack", type);

    [Given(@"^a SmartConnect site whose codes have letters$")]
    public Task ASiteWithLetters() => StartWithAsync("codeLetters", "true");

    [Given(@"^a SmartConnect site whose devices ask for a tip and add (\S+) % surcharge$")]
    public Task ATippingSite(string percent)
    {
        site.Bench.Set("smartconnect", "tipping", "true");
        return StartWithAsync("surchargePercent", percent);
    }

    [Given(@"^a SmartConnect site whose devices play ""(.*)""$")]
    public Task APlayingSite(string plays) => StartWithAsync("plays", plays);

    [Given(@"^(register-\d) is paired with (payment-\d)$")]
    [When(@"^(register-\d) is paired with (payment-\d)$")]
    public Task IsPaired(string register, string device) => site.PairAsync(register, device);

    [Given(@"^(register-\d), (register-\d) and (register-\d) are paired with (payment-\d)$")]
    public async Task ThreeArePaired(string one, string other, string third, string device)
    {
        await site.PairAsync(one, device);
        await site.PairAsync(other, device);
        await site.PairAsync(third, device);
    }

    [Given(@"^a payment of (\S+) by (register-\d) is on the screen of (payment-\d)$")]
    public async Task APaymentIsThere(string amount, string register, string device)
    {
        await (await site.RegisterAsync(register)).PayAsync(amount);
        await (await site.DeviceAsync(device)).WaitForPaymentAsync($"${amount}", register);
    }

    private Task StartWithAsync(string setting, string text)
    {
        site.Bench.Set("smartconnect", setting, text);
        return site.Bench.StartAsync();
    }
}
