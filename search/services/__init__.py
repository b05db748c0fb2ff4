from search.services.saving import change_saved, delete_saved, open_saved, remember, save_search

__all__ = ["change_saved", "delete_saved", "open_saved", "remember", "save_search"]
