using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>
/// A form that came when its session was over: what was typed waits in the sign-in form, and comes back to its own page after it. Nothing
/// is saved before the person has seen it again. Passwords do not wait, and files can't.
/// </summary>
internal static class Held
{
    /// <summary>The field that says where the form belongs.</summary>
    public const string At = "heldAt";

    /// <summary>The field that marks a form that comes back.</summary>
    public const string Again = "again";

    private const string Mark = "held:";

    /// <summary>What a form that comes back says at its top.</summary>
    public const string Notice = "Your session had ended. You are signed in again, and what you typed is still here: nothing of it was saved yet. Look it over and send it again.";

    /// <summary>The sign-in form's fields for what was typed; null when nothing was.</summary>
    public static Typed? Of(Typed form, string path)
    {
        var kept = form.Fields.Where(f => f.Name is not "token" and not Again && !f.Name.Contains("password", StringComparison.OrdinalIgnoreCase)).ToList();
        if (kept.All(f => f.Value.Length == 0))
        {
            return null;
        }

        var held = new Typed { [At] = path };
        foreach (var field in kept.GroupBy(f => f.Name))
        {
            held.SetAll(Mark + field.Key, field.Select(f => f.Value));
        }

        return held;
    }

    /// <summary>The fields of a sign-in form that wait.</summary>
    public static IEnumerable<(string Name, string Value)> Waiting(Typed signIn) => signIn.Fields.Where(f => f.Name == At || f.Name.StartsWith(Mark, StringComparison.Ordinal));

    /// <summary>The same, as their own form has them.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(Typed signIn) =>
        signIn.Fields.Where(f => f.Name.StartsWith(Mark, StringComparison.Ordinal)).Select(f => (f.Name[Mark.Length..], f.Value));
}
