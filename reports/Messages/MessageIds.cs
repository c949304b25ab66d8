using System.Globalization;

namespace PairingLab.Reports.Messages;

/// <summary>Gives every object that others refer to an id, the same each time it is asked for.</summary>
internal sealed class MessageIds
{
    private readonly Dictionary<object, string> ids = new(ReferenceEqualityComparer.Instance);
    private int last;

    public string Of(object node)
    {
        if (!ids.TryGetValue(node, out var id))
        {
            id = New();
            ids.Add(node, id);
        }

        return id;
    }

    public string New() => (last++).ToString(CultureInfo.InvariantCulture);
}
