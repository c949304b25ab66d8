using PairingLab.Drivers.Browser.Admin;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>The people at the admin panel of a scenario.</summary>
public sealed class AdminPeople(MacsSite site)
{
    /// <summary>Everybody's browser stands in Warsaw: one hour east of UTC in winter.</summary>
    private const string Zone = "Europe/Warsaw";

    private readonly Dictionary<string, AdminPerson> people = new(StringComparer.Ordinal);

    /// <summary>The password of all of them.</summary>
    public string Password { get; } = $"lab-{Guid.NewGuid():N}";

    /// <summary>The site.</summary>
    public MacsSite Site => site;

    /// <summary>Gives somebody an account.</summary>
    public async Task AddAsync(string name, string role, bool consented = true)
    {
        site.Bench.Witness.Secret(Password);
        var camel = char.ToLowerInvariant(role[0]) + role[1..].Replace(" ", "", StringComparison.Ordinal);
        var email = $"{name.ToLowerInvariant()}@macs.example";
        await site.Admin.AddAsync(
            "users", new { email, firstName = name, lastName = role, role = camel, password = Password, consented });
    }

    /// <summary>Somebody, in front of a browser.</summary>
    public async Task<AdminPerson> OfAsync(string name)
    {
        if (!people.TryGetValue(name, out var person))
        {
            people[name] = person = new(name, new(await site.Bench.WebPageAsync(name, site.Panel, Zone), site.Api));
        }

        return person;
    }

    /// <summary>The page that somebody looks at.</summary>
    public async Task<AdminPage> PageAsync(string name) => (await OfAsync(name)).Page;

    /// <summary>Somebody fills in the sign-in form, which is open, and sends it.</summary>
    public async Task SignInAsync(string name, string? password = null)
    {
        var person = await OfAsync(name);
        if (await person.Page.TitleAsync() != "Sign in")
        {
            await person.Page.GoAsync("/admin/sign-in");
        }

        await person.Page.FillAsync("E-mail address", person.Email);
        await person.Page.FillAsync("Password", password ?? Password);
        await person.Page.ChooseAsync("Sign in");
    }
}
