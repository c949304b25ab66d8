using PairingLab.AccessControl.Admin.Layout;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>
/// A form that arrived after its session had ended: its values wait in the sign-in form and return to their page after it. Nothing is saved
/// before the user has seen the form again. Passwords and files do not wait.
/// </summary>
internal static class PendingForm
{
    /// <summary>The field with the path of the form.</summary>
    public const string At = "heldAt";

    /// <summary>The field that marks a form that has returned.</summary>
    public const string Again = "again";

    private const string Mark = "held:";

    /// <summary>Shown at the top of a form that has returned.</summary>
    public const string Notice =
        "Your session had ended. You are signed in again, and what you typed is still here: nothing of it was saved yet. "
        + "Look it over and send it again.";

    /// <summary>The fields for the sign-in form; null when the form was empty.</summary>
    public static FormValues? Of(FormValues form, string path)
    {
        var kept = form.Fields.Where(f => f.Name is not "token" and not Again
            && !f.Name.Contains("password", StringComparison.OrdinalIgnoreCase)).ToList();
        if (kept.All(f => f.Value.Length == 0))
        {
            return null;
        }

        var held = new FormValues { [At] = path };
        foreach (var field in kept.GroupBy(f => f.Name))
        {
            held.SetAll(Mark + field.Key, field.Select(f => f.Value));
        }

        return held;
    }

    /// <summary>The waiting fields of a sign-in form.</summary>
    public static IEnumerable<(string Name, string Value)> Waiting(FormValues signIn) =>
        signIn.Fields.Where(f => f.Name == At || f.Name.StartsWith(Mark, StringComparison.Ordinal));

    /// <summary>The same fields under their original names.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(FormValues signIn) =>
        signIn.Fields.Where(f => f.Name.StartsWith(Mark, StringComparison.Ordinal)).Select(f => (f.Name[Mark.Length..], f.Value));
}
